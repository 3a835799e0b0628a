/** Earlier reviews, read from a file of any size (docs/reviews-csv.md) into the caller's transaction. */
import { type Clock, dayOf } from '../core/clock.ts';
import type { CsvRecord } from '../core/csv.ts';
import { refusal, refuseHeader } from '../core/csv-form.ts';
import { type CsvFile, type CsvPiece, streamCsv } from '../core/csv-stream.ts';
import type { Transaction } from '../core/database.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { type ImportedButton, listSubjectsOf, makeClosedButtons } from './import-button.sql.ts';
import { compareEarlier, type EarlierKept, lockEarlierReviews } from './import-keep.sql.ts';
import { EARLIER_REVIEW_COLUMNS, type EarlierReview } from './import-line.ts';
import { createLineReader, type ReadLine } from './import-lines.ts';
import { type FindPlace, readPlaces } from './import-places.ts';
import { createMetIds, importedButtonId, importedReviewId } from './imported-id.ts';
import { createMonthTally } from './month-tally.ts';
import { packCountsOf } from './pack.sql.ts';
import { type RedactionKind, redact } from './redaction.ts';
import { BUTTON_CHANNELS, type ButtonChannel, type Contribution } from './review.ts';

/** Reviews that are written at once. */
const BATCH = 8_000;
/** Batches that are read ahead of the store, so that neither waits while the other has more to do for once. */
const MOST_UNDER_WAY = 4;
const MOST_GRADES = 4_000_000;
const MOST_FAULTS_TOLD = 100;

export type ImportReviewsOptions = {
  /** The service that the reviews come from: their ids are unique in it, for each procedure or site. */
  readonly source: string;
  /** Version of the questions under which the answers are counted. */
  readonly version: string;
  readonly author: string;
  /** Writes the good lines, and tells the others. */
  readonly skipBad: boolean;
  /** Grades that are held in memory before their counts are packed; some 40 MB where nothing is said. */
  readonly mostGrades?: number;
  readonly clock: Clock;
  readonly onProgress?: (progress: { rows: number; readShare: number }) => void;
};

export type ReviewImport = EarlierKept & {
  /** Lines of the file below its header, blank ones apart. */
  readonly rows: number;
  /** Reviews read without an answer about satisfaction: their other answers are counted, and no number of reviews holds them. */
  readonly withoutSatisfaction: number;
  /** Comments in which each kind of personal data was found and taken out. */
  readonly redacted: Readonly<Partial<Record<RedactionKind, number>>>;
  readonly leftOut: {
    readonly rows: number;
    readonly faults: number;
    /** The first ones. */
    readonly told: readonly FieldError[];
  };
};

/**
 * Imports the reviews of a file. Those that are there are compared, and corrected where they differ: importing a file
 * again changes nothing. Once a line is wrong nothing more is written, and the rest is read for its faults alone.
 *
 * @param tx undone as a whole when this throws
 * @throws VigieError InvalidInput with the first faults, unless `skipBad`; always for a file that cannot be read
 */
export async function importReviews(
  tx: Transaction,
  file: CsvFile,
  options: ImportReviewsOptions,
): Promise<ReviewImport> {
  await lockEarlierReviews(tx);
  const reader = createReader(await readPlaces(tx), options);
  const writer = createWriter(tx, options);
  let rows = 0;
  try {
    for await (const piece of streamCsv(file)) {
      if (rows === 0) refuseHeader(piece.header, EARLIER_REVIEW_COLUMNS);
      rows += piece.rows.length + piece.misshapen.length;
      const contributions = reader.read(piece);
      if (options.skipBad || reader.faults() === 0) await writer.write(contributions);
      options.onProgress?.({ rows, readShare: piece.readBytes / piece.totalBytes });
    }
  } finally {
    await writer.settle();
  }
  if (reader.faults() > 0 && !options.skipBad) throw refusal(reader.told, reader.faults());
  if (rows === 0) {
    const path = 'line 2';
    throw new VigieError('InvalidInput', `${path}: the file holds no line below its header.`);
  }
  const kept = await writer.end();
  return {
    rows,
    ...kept,
    withoutSatisfaction: reader.withoutSatisfaction(),
    redacted: reader.redacted,
    leftOut: { rows: reader.leftOut(), faults: reader.faults(), told: reader.told },
  };
}

/** Makes contributions of lines, and holds what is wrong with the others. */
function createReader(findPlace: FindPlace, { source, version, clock }: ImportReviewsOptions) {
  const today = dayOf(clock.now());
  const told: FieldError[] = [];
  const redacted: Partial<Record<RedactionKind, number>> = {};
  const met = createMetIds();
  let [faults, leftOut, withoutSatisfaction] = [0, 0, 0];
  const tell = (fault: FieldError) => {
    faults += 1;
    if (told.length < MOST_FAULTS_TOLD) told.push(fault);
  };
  const buttonIds = new Map(BUTTON_CHANNELS.map((channel) => [channel, new Map<number, string>()]));
  const buttonOf = (subjectId: number, channel: ButtonChannel): string => {
    const known = buttonIds.get(channel);
    const id = known?.get(subjectId) ?? importedButtonId(source, subjectId, channel);
    known?.set(subjectId, id);
    return id;
  };
  const redactComment = (text: string): string => {
    const { text: comment, kinds } = redact(text);
    for (const kind of kinds) redacted[kind] = (redacted[kind] ?? 0) + 1;
    return comment;
  };

  const refuse = (line: number, column: string, message: string) => {
    tell({ path: `line ${line}, column "${column}"`, message });
    return null;
  };

  function readOne(record: CsvRecord, readLine: ReadLine): Contribution | null {
    const review = readLine(record, tell);
    if (review === null) return null;
    const subjectId = findPlace(review.place);
    const { column, text } = review.place;
    if (subjectId === null) {
      const remedy = 'import it first ("vigie import catalogue"), or correct this id';
      const message = `"${text}" is in the catalogue as no ${PLACE_WORDS[column]}; ${remedy}`;
      return refuse(record.line, column, message);
    }
    const id = importedReviewId(source, subjectId, review.foreignId);
    if (!met.isNew(id)) {
      const message = `"${review.foreignId}" is on an earlier line, for the same ${PLACE_WORDS[column]}; keep one of them`;
      return refuse(record.line, 'identifiant_avis', message);
    }
    const buttonId = buttonOf(subjectId, review.channel);
    return contributionOf(review, { subjectId, id, buttonId }, redactComment);
  }

  let readLine: ReadLine | undefined;
  return {
    told,
    redacted,
    faults: () => faults,
    leftOut: () => leftOut,
    withoutSatisfaction: () => withoutSatisfaction,
    read({ header, rows, misshapen }: CsvPiece): Contribution[] {
      for (const { line, message } of misshapen) tell({ path: `line ${line}`, message });
      readLine ??= createLineReader(header, { version, today });
      const read: Contribution[] = [];
      for (const row of rows) {
        const one = readOne(row, readLine);
        if (one === null) continue;
        read.push(one);
        if (!saysSatisfaction(one)) withoutSatisfaction += 1;
      }
      leftOut += misshapen.length + rows.length - read.length;
      return read;
    },
  };
}

function saysSatisfaction({ answers }: Contribution): boolean {
  return answers.some(({ question, grades }) => question === 'satisfaction' && grades.length > 0);
}

const PLACE_WORDS = { demarche: 'procedure', lieu: 'reception site' } as const;

function contributionOf(
  { openedOn, channel, language, ending, answers }: EarlierReview,
  { subjectId, id, buttonId }: { subjectId: number; id: string; buttonId: string },
  redactComment: (text: string) => string,
): Contribution {
  return {
    review: {
      subjectId,
      id,
      buttonId,
      channel,
      ending,
      step: null,
      serviceVersion: null,
      language,
      openedOn,
    },
    outReason: null,
    answers: answers.every(({ comment }) => comment === null)
      ? answers
      : answers.map((answer) =>
          answer.comment === null ? answer : { ...answer, comment: redactComment(answer.comment) },
        ),
    // Its hour is not known: the same for whoever imports it again.
    receivedAtMs: Date.parse(`${openedOn}T12:00:00Z`),
  };
}

/** Writes contributions by batches, in their order, while the next ones are read. */
function createWriter(
  tx: Transaction,
  { source, author, clock, mostGrades = MOST_GRADES }: ImportReviewsOptions,
) {
  const counts = createMonthTally();
  const buttons = new Set<string>();
  /** Subjects of the file, and those of them that have earlier imports. */
  const [met, known] = [new Set<number>(), new Set<number>()];
  const button = { author, reason: `Avis repris d’un service antérieur : ${source}`, now: clock.now() };
  let waiting: Contribution[] = [];
  let [created, updated, unchanged] = [0, 0, 0];
  let sent: Promise<void> = Promise.resolve();
  const underWay: Promise<void>[] = [];

  /** One block is made ready while the store writes the one before. */
  async function packHeld(): Promise<void> {
    let before: Promise<void> = Promise.resolve();
    for (const months of counts.take()) {
      const block = packCountsOf(tx, months);
      block.catch(() => {});
      await before;
      before = block;
    }
    await before;
  }

  /** Makes the buttons of a batch. A subject without any from earlier imports has no review from them either. */
  async function makeButtons(batch: readonly Contribution[]): Promise<void> {
    const fresh = new Map<string, ImportedButton>();
    for (const { review } of batch) {
      const { buttonId, subjectId, channel } = review;
      if (!buttons.has(buttonId)) fresh.set(buttonId, { id: buttonId, subjectId, channel });
    }
    if (fresh.size === 0) return;
    const subjects = new Set([...fresh.values()].map(({ subjectId }) => subjectId)).difference(met);
    const possible = [...subjects].flatMap((subjectId) =>
      BUTTON_CHANNELS.map((channel) => importedButtonId(source, subjectId, channel)),
    );
    for (const subjectId of await listSubjectsOf(tx, possible)) known.add(subjectId);
    for (const subjectId of subjects) met.add(subjectId);
    await makeClosedButtons(tx, [...fresh.values()], button);
    for (const id of fresh.keys()) buttons.add(id);
  }

  const compareBatch = (batch: readonly Contribution[]) =>
    compareEarlier(tx, batch, counts, (subjectId) => known.has(subjectId));

  async function writeBatch({ kept, write }: Awaited<ReturnType<typeof compareBatch>>): Promise<void> {
    await write();
    created += kept.created;
    updated += kept.updated;
    unchanged += kept.unchanged;
    if (counts.size() > mostGrades) await packHeld();
  }

  async function send(): Promise<void> {
    // By subject: rows of one lie together, in the tables and in their keys, and its counts in memory.
    const batch = waiting.sort((one, other) => one.review.subjectId - other.review.subjectId);
    waiting = [];
    // Nothing is asked of the store for reviews that cannot be there: those are ready before it is.
    const isNew = batch.every(({ review }) => buttons.has(review.buttonId) && !known.has(review.subjectId));
    const ready = isNew ? compareBatch(batch) : null;
    sent = sent.then(async () => {
      if (ready === null) await makeButtons(batch);
      await writeBatch(await (ready ?? compareBatch(batch)));
    });
    sent.catch(() => {});
    underWay.push(sent);
    if (underWay.length > MOST_UNDER_WAY) await underWay.shift();
  }

  return {
    async write(contributions: readonly Contribution[]): Promise<void> {
      waiting.push(...contributions);
      if (waiting.length >= BATCH) await send();
    },
    /** Waits for the end of what is on its way, whatever it be. */
    settle: () => sent.catch(() => {}),
    async end(): Promise<EarlierKept> {
      await send();
      await sent;
      await packHeld();
      return { created, updated, unchanged };
    },
  };
}
