/** Rows as one array a column, written as PostgreSQL reads them: `unnest` makes rows of them again. */
export function columnsOf(rows: readonly (readonly Cell[])[], width: number): string[] {
  return Array.from(
    { length: width },
    (_, at) => `{${rows.map((row) => elementOf(row[at] ?? null)).join(',')}}`,
  );
}

/** The rows that such columns are again, of which the first is the parameter `first`: `unnest($1::bigint[], …)`. */
export function rowsOf(types: readonly string[], first = 1): string {
  return `unnest(${types.map((type, at) => `$${first + at}::${type}[]`).join(', ')})`;
}

type Cell = string | number | null;

function elementOf(value: Cell): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return /["\\]/.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`;
}
