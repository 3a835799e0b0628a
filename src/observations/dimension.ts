/** What a figure may be restricted to: kinds of device, countries, answers, and whatever a source tells apart. */

/** The kinds of device, as visits are counted by. */
export const DEVICES = ['desktop', 'mobile', 'tablet', 'other'] as const;
export type Device = (typeof DEVICES)[number];

export type Dimensions = Readonly<Record<string, string>>;

const MOST = 8;
const LONGEST = 200;

/**
 * Checks the dimensions of a figure.
 * @param tell told of each fault, by the name of the dimension, and the remedy
 */
export function checkDimensions(dimensions: Dimensions, tell: (path: string, message: string) => void): void {
  const entries = Object.entries(dimensions);
  if (entries.length > MOST) tell('dimensions', `are ${entries.length}; write at most ${MOST}`);
  for (const [name, value] of entries) {
    const path = `dimensions.${name}`;
    if (!/^[a-z][a-z_]{0,39}$/.test(name)) {
      tell(path, 'is no name of a dimension; write lower-case letters joined by underscores');
    } else if (value.trim() === '' || value !== value.trim() || /\p{Cc}/u.test(value)) {
      tell(path, 'is blank, or has spaces around it or a line break; write one plain line');
    } else if (value.length > LONGEST) {
      tell(path, `has ${value.length} characters; write at most ${LONGEST}`);
    } else if (name === 'device' && !DEVICES.some((device) => device === value)) {
      tell(path, `"${value}" is no kind of device; write ${DEVICES.join(', ')}`);
    } else if (name === 'country' && !/^[A-Z]{2}$/.test(value)) {
      tell(path, `"${value}" is no code of a country; write two capitals, such as FR`);
    }
  }
}

/**
 * Dimensions as files write them: `country=FR;answer=yes`. Null, once the fault is told, for anything else.
 */
export function parseDimensions(text: string, tell: (message: string) => void): Dimensions | null {
  const parts = text.split(';').map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map((part) => /^([^=]+?)\s*=\s*(.*)$/s.exec(part));
  const names = pairs.map((pair) => pair?.[1]);
  if (pairs.includes(null))
    tell(`"${text}" is not a list of dimensions; write name=value, joined by semicolons`);
  else if (new Set(names).size < names.length) tell(`"${text}" names a dimension twice; keep one`);
  else return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return null;
}

/** Dimensions as `parseDimensions` reads them; empty for the whole. */
export function writeDimensions(dimensions: Dimensions): string {
  return Object.entries(dimensions)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}
