/** A figure as a program sends it (docs/usage-api.md): the form of its fields; what they mean is for `readFigure`. */
import type { FigureInput } from './read-figure.ts';

export type SentLine = {
  /** The id that the sender gives it. */
  readonly id: string;
  /** The name of its subject; null for that of the dataset. */
  readonly subject: string | null;
  readonly input: FigureInput;
};

/** The fields of a figure, in the names of JSON. */
export const SENT_FIELDS = [
  'id',
  'subject',
  'indicator',
  'period',
  'value',
  'status',
  'qualifier',
  'dimensions',
  'numerator',
  'denominator',
  'n',
  'population',
  'population_en',
  'note',
  'note_en',
  'accepted_because',
] as const;
type SentField = (typeof SENT_FIELDS)[number];

const LONGEST_ID = 200;
const LONGEST_TEXT = 1_000;

export type Tell = (path: string, message: string) => void;

/**
 * Reads the form of one figure. A field that is null is a field that is left out, the value apart.
 *
 * @param refuse told of each fault, by field
 * @returns what is well formed, so that the rest can be looked at too; null when it is no figure at all
 */
export function readLine(line: unknown, refuse: Tell): SentLine | null {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    refuse('', 'is not a figure; write an object, { "id": …, "indicator": …, "period": …, "value": … }');
    return null;
  }
  const fields = new Map<string, unknown>(Object.entries(line));
  refuseUnknown([...fields.keys()], refuse);
  const text = (field: SentField) => readText(field, fields.get(field) ?? undefined, refuse);
  const needed = (field: SentField) => {
    if ((fields.get(field) ?? undefined) === undefined) refuse(field, 'is missing');
    return text(field) ?? '';
  };
  const number = (field: SentField) => readNumber(field, fields.get(field) ?? undefined, refuse);
  const sides = { numerator: number('numerator'), denominator: number('denominator') };
  const id = needed('id');
  if (id !== '' && (id !== id.trim() || /\p{Cc}/u.test(id) || id.length > LONGEST_ID))
    refuse('id', `is not one line of 1 to ${LONGEST_ID} characters without spaces around it`);
  if (fields.get('id') === '') refuse('id', 'is blank');
  const hasSides = fields.has('numerator') && fields.has('denominator');
  if (!fields.has('value') && !hasSides)
    refuse('value', 'is missing; write it, or null with a status that says why there is none');
  return {
    id,
    subject: text('subject') ?? null,
    input: {
      indicator: needed('indicator'),
      period: needed('period'),
      value: readValue(fields.get('value') ?? null, refuse),
      status: text('status'),
      qualifier: text('qualifier'),
      dimensions: readDimensions(fields.get('dimensions') ?? {}, refuse),
      ...sides,
      n: number('n'),
      population: text('population'),
      populationEn: text('population_en'),
      note: text('note'),
      noteEn: text('note_en'),
      reference: id,
      acceptedBecause: text('accepted_because'),
    },
  };
}

/** The name in JSON of a field that `readFigure` finds at fault. */
export function sentPath(path: string): string {
  if (path === 'reference') return 'id';
  return path.startsWith('dimensions.')
    ? path
    : path.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function refuseUnknown(names: readonly string[], refuse: Tell): void {
  const unknown = names.filter((name) => !SENT_FIELDS.some((field) => field === name));
  const [first] = unknown;
  if (first === undefined) return;
  const told = first.toWellFormed().slice(0, 40);
  const more = unknown.length > 1 ? ` and ${unknown.length - 1} others are` : ' is';
  refuse('', `"${told}"${more} no field of a figure; write only ${SENT_FIELDS.join(', ')}`);
}

/** A text that a store can keep: PostgreSQL refuses half a character, as JSON may escape one. */
function readText(path: string, given: unknown, refuse: Tell): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== 'string') refuse(path, 'is not a text; write it between quotes');
  else if (!given.isWellFormed() || given.includes('\0'))
    refuse(path, 'holds a null character or half a one; write plain text');
  else if (given.length > LONGEST_TEXT)
    refuse(path, `has ${given.length} characters; write at most ${LONGEST_TEXT}`);
  else return given;
  return undefined;
}

function readNumber(path: string, given: unknown, refuse: Tell): number | undefined {
  if (given === undefined || typeof given === 'number') return given;
  refuse(path, 'is not a number; write it without quotes');
  return undefined;
}

function readValue(given: unknown, refuse: Tell): number | string | null {
  if (typeof given === 'number' || given === null) return given;
  if (typeof given === 'string') return readText('value', given, refuse) ?? null;
  refuse('value', 'is not a number, a text nor null');
  return null;
}

function readDimensions(given: unknown, refuse: Tell): Record<string, string> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    refuse('dimensions', 'are not an object; write { "device": "mobile" }');
    return {};
  }
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (!name.isWellFormed()) refuse('dimensions', 'have a name that is no text');
    const text = readText(`dimensions.${name.toWellFormed().slice(0, 40)}`, value, refuse);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
}
