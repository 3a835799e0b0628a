/**
 * Reads the lines of one file of earlier reviews, quickly: they say few things in few ways, so a line is put together from
 * what the same cells said on an earlier one. A line that cannot be is read cell by cell (import-line.ts).
 */
import type { CsvRecord } from '../core/csv.ts';
import { formRow } from '../core/csv-form.ts';
import type { FieldError } from '../core/errors.ts';
import {
  type EarlierReview,
  LONGEST_ID,
  LONGEST_PLACE,
  type NamedPlace,
  readComment,
  readEarlierReview,
} from './import-line.ts';
import type { Answer } from './review.ts';

/** What a line says beside its id, place, day and comment; the same object for every line that says it. */
type Said = Pick<EarlierReview, 'channel' | 'language' | 'ending'> & {
  /** All but the comment. */
  readonly answers: readonly Answer[];
  readonly isAnswered: boolean;
  /** With a blank comment, where the file has that column. */
  readonly withoutComment: readonly Answer[];
};

/** A file in which each line says something else of its own is read cell by cell from there on. */
const MOST_REMEMBERED = 20_000;
const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'identifiant_avis',
  'demarche',
  'lieu',
  'date',
  'commentaire',
]);
const BETWEEN = '\n';

export type ReadLine = (record: CsvRecord, tell: (fault: FieldError) => void) => EarlierReview | null;

/**
 * @param version under which the answers are counted
 * @param today no review was given later
 * @returns a reader of lines under this header: it gives what a line says, or null once it has told what is wrong with it
 */
export function createLineReader(
  header: readonly string[],
  { version, today }: { version: string; today: string },
): ReadLine {
  const places = new Map(header.map((name, at) => [name, at]));
  const placeOf = (column: string) => places.get(column) ?? -1;
  const [idAt, procedureAt, siteAt, dayAt, commentAt] = [
    placeOf('identifiant_avis'),
    placeOf('demarche'),
    placeOf('lieu'),
    placeOf('date'),
    placeOf('commentaire'),
  ];
  const sharedAt = header.flatMap((name, at) => (OWN_COLUMNS.has(name) ? [] : [at]));
  const reading = { hasColumn: (column: string) => places.has(column), version, today };
  const blankComment = commentAt === -1 ? null : readComment(version, '');
  const days = new Map<string, string>();
  const remembered = new Map<string, Said>();

  function readAgain(cells: readonly string[], said: Said, openedOn: string): EarlierReview | null {
    const foreignId = cellAt(cells, idAt);
    const place = plainPlace(cellAt(cells, procedureAt), cellAt(cells, siteAt));
    if (foreignId === '' || foreignId.length > LONGEST_ID || place === null) return null;
    const comment = cellAt(cells, commentAt);
    const { channel, language, ending } = said;
    const head = { foreignId, place, openedOn, channel, language, ending };
    if (comment === '') return said.isAnswered ? { ...head, answers: said.withoutComment } : null;
    const answer = readComment(version, comment);
    if (answer === null || !(said.isAnswered || answer.comment !== null)) return null;
    return { ...head, answers: [...said.answers, answer] };
  }

  function remember(
    shared: string,
    day: string,
    { channel, language, ending, openedOn, answers }: EarlierReview,
  ) {
    days.set(day, openedOn);
    // A cell that holds what stands between cells could be taken for two.
    if (remembered.size >= MOST_REMEMBERED || shared.split(BETWEEN).length !== sharedAt.length) return;
    const others = answers.filter(({ question }) => question !== 'comment');
    remembered.set(shared, {
      channel,
      language,
      ending,
      answers: others,
      isAnswered: others.some(({ grades }) => grades.length > 0),
      withoutComment: blankComment === null ? others : [...others, blankComment],
    });
  }

  return (record, tell) => {
    const { line, cells } = record;
    const day = dayPart(cellAt(cells, dayAt));
    const shared = joined(cells, sharedAt);
    const [said, openedOn] = [remembered.get(shared), days.get(day)];
    if (said !== undefined && openedOn !== undefined) {
      const review = readAgain(cells, said, openedOn);
      if (review !== null) return review;
    }
    const row = formRow(line, (column) => cells[placeOf(column)] ?? '', tell);
    const review = readEarlierReview(row, reading);
    if (review !== null) remember(shared, day, review);
    return review;
  };
}

function cellAt(cells: readonly string[], at: number): string {
  return (cells[at] ?? '').trim();
}

function joined(cells: readonly string[], places: readonly number[]): string {
  let text = '';
  for (const [at, place] of places.entries()) text += (at === 0 ? '' : BETWEEN) + (cells[place] ?? '');
  return text;
}

/** Without the time, which says nothing of the day. */
function dayPart(written: string): string {
  const next = written[10];
  return next === ' ' || (next === 'T' && written[4] === '-') ? written.slice(0, 10) : written;
}

function plainPlace(procedure: string, site: string): NamedPlace | null {
  if ((procedure === '') === (site === '')) return null;
  const place: NamedPlace =
    procedure === '' ? { column: 'lieu', text: site } : { column: 'demarche', text: procedure };
  return place.text.length > LONGEST_PLACE ? null : place;
}
