/** Statuses that are right, as they are written in a target: `200-299` or `200,401`. */

export type StatusRange = readonly [from: number, to: number];

/** Ranges that a target may name: more is a mistake. */
const MOST = 20;

/** The ranges of a text such as `200-299,401`; null when it is not one, or names a status that does not exist. */
export function parseStatuses(text: string): readonly StatusRange[] | null {
  const ranges = text.split(',').map((part) => rangeOf(part.trim()));
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length && known.length <= MOST ? known : null;
}

function rangeOf(text: string): StatusRange | null {
  const [, from, to = from] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(text) ?? [];
  if (from === undefined || Number(from) > Number(to)) return null;
  return [Number(from), Number(to)];
}

export function isExpected(status: number, ranges: readonly StatusRange[]): boolean {
  return ranges.some(([from, to]) => status >= from && status <= to);
}
