/** What an edition may be called and dated, and what stands in the way of another of the same slug. */
import { addDays, addMonths, type Clock, dayOf } from '../core/clock.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import type { PublishedEdition } from './published-edition.ts';

export type EditionWords = {
  readonly label: string;
  /** Last day the figures speak of. */
  readonly cutoffOn: string;
  /** Null for now, or not yet. */
  readonly publishedAt: Date | null;
  readonly author: string;
};

/** The first day of which an edition can speak: before it, no procedure was online. */
export const EARLIEST_DAY = '1990-01-01';
const LONGEST_WORD = 120;
const WORD_REMEDY = `write 1 to ${LONGEST_WORD} characters on one line, without control character`;
export const AUTHOR_FAULT = { path: 'author', message: WORD_REMEDY };

/** True when a text can name or sign something: 1 to 120 characters on one line, which a terminal prints as they are. */
export function isWord(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_WORD && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

/** What is wrong with the last day that an edition speaks of, at a clock; null when nothing is. */
export function cutoffFault(cutoffOn: string, clock: Clock): FieldError | null {
  if (cutoffOn >= EARLIEST_DAY && cutoffOn <= dayOf(clock.now())) return null;
  return { path: 'cutoff', message: `${cutoffOn} is not between ${EARLIEST_DAY} and today` };
}

/**
 * Refuses an edition that cannot be named, signed or dated so.
 * @throws VigieError InvalidInput, one fault a field
 */
export function checkWords({ label, author, cutoffOn, publishedAt }: EditionWords, clock: Clock): void {
  const wrongCutoff = cutoffFault(cutoffOn, clock);
  const faults = [
    isWord(label) ? null : { path: 'label', message: WORD_REMEDY },
    isWord(author) ? null : AUTHOR_FAULT,
    wrongCutoff,
    publishedAt === null
      ? null
      : publicationFault(publishedAt, wrongCutoff === null ? cutoffOn : null, clock),
  ].filter((fault) => fault !== null);
  if (faults.length > 0)
    throw new VigieError('InvalidInput', 'The edition cannot be named or dated so.', faults);
}

/** @param cutoffOn null when it is wrong itself: publication is then not compared with it */
function publicationFault(publishedAt: Date, cutoffOn: string | null, clock: Clock): FieldError | null {
  const publishedOn = publishedAt.toISOString().slice(0, 10);
  if (publishedOn >= (cutoffOn ?? EARLIEST_DAY) && publishedOn <= dayOf(clock.now())) return null;
  return { path: 'published', message: `${publishedOn} is not between the cut-off and today` };
}

/** What an edition that stops on a day is called unless told: "T3 2025" at the end of a quarter, else "Octobre 2025". */
export function labelOfDay(day: string): string {
  const [year, month] = day.split('-').map(Number);
  const quarter = Math.ceil((month ?? 1) / 3);
  if (day === addDays(addMonths(`${year}-01-01`, quarter * 3), -1)) return `T${quarter} ${year}`;
  const name = MONTH.format(new Date(`${day}T00:00:00Z`));
  return name.charAt(0).toLocaleUpperCase('fr') + name.slice(1);
}
const MONTH = new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A draft that another edition of the same slug would replace. */
export function draftInTheWay(slug: string): VigieError {
  const message = `Edition ${slug} exists as a draft; discard it first (vigie edition discard ${slug}), or choose another slug.`;
  return new VigieError('Conflict', message);
}

/**
 * An edition says the same as another import of it would, or the import is refused.
 * @throws VigieError Conflict that names what differs
 */
export function refuseAnother(
  existing: PublishedEdition['edition'],
  given: PublishedEdition,
  isDated: boolean,
): void {
  const words = [
    'label',
    'methodology',
    'cutoff_on',
    ...(isDated ? (['published_at'] as const) : []),
  ] as const;
  const differs = [
    ...(existing.source?.sha256 === given.edition.source?.sha256 ? [] : ['file']),
    ...words.filter((word) => existing[word] !== given.edition[word]),
  ];
  if (differs.length === 0) return;
  throw new VigieError(
    'Conflict',
    `Edition ${existing.slug} is already published with another ${differs.join(', ')}. A published edition never ` +
      'changes: choose another slug, or correct the edition.',
    differs.map((path) => ({ path, message: 'differs from the published edition' })),
  );
}
