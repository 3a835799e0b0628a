/** Rows as one array a column, written as PostgreSQL reads them: `unnest` makes rows of them again. */
export function columnsOf(rows: readonly (readonly Cell[])[], width: number): string[] {
  return Array.from(
    { length: width },
    (_, at) => `{${rows.map((row) => elementOf(row[at] ?? null)).join(',')}}`,
  );
}

type Cell = string | number | null;

function elementOf(value: Cell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return /["\\]/.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`;
}
