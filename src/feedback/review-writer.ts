/**
 * Puts contributions on disk: in the store, many in one transaction; in the journal while the store is away or slow. While
 * the journal is not empty it takes everything, so that order holds, and it is emptied into the store by itself.
 */
import type { Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Journal } from '../core/journal.ts';
import type { Log } from '../core/log.ts';
import { leaveOutClosed } from './closed.sql.ts';
import { keepContributions } from './keep.sql.ts';
import type { Contribution } from './review.ts';

export type ReviewWriter = {
  /**
   * Resolves once the contribution is committed in the store, or synced in the journal.
   * @throws VigieError Unavailable when it is in neither
   */
  write(contribution: Contribution): Promise<void>;
  /** Ends what is under way. What is in the journal stays there for the next start. */
  close(): Promise<void>;
};

export type WriterOptions = {
  readonly db: Transactional;
  readonly journal: Journal;
  /** Where answers of the journal go that the store refuses, so that a person can see to them. */
  readonly refused: Pick<Journal, 'append'>;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** The store is away when it takes longer, in ms. */
  readonly patienceMs?: number;
  /** First pause before the journal is offered to the store again, in ms; doubled up to 5 s. */
  readonly retryMs?: number;
};

/** Contributions of one transaction, at most. */
const BATCH = 500;
/**
 * Transactions at once: while one waits for the disk, the next ones fill. Three take a fifth more answers than two at 64
 * connections (two pairs in one run).
 */
const IN_FLIGHT = 3;
/** Longest wait for others to share a transaction with, in ms. */
const GATHER_MS = 2;
const LONGEST_RETRY_MS = 5_000;
/** Several seconds of the heaviest load: beyond, neither store nor disk answers, and memory is all that grows. */
const MOST_WAITING = 50_000;

type Waiting = { readonly contribution: Contribution; resolve(): void; reject(error: unknown): void };

export function createReviewWriter(options: WriterOptions): ReviewWriter {
  const { db, journal, refused, log, patienceMs = 2_000, retryMs = 250 } = options;
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let gathering: NodeJS.Timeout | NodeJS.Immediate | undefined;
  let isAway = !journal.isEmpty();
  let draining: Promise<void> = Promise.resolve();
  /** Shut while the last records of the journal go to the store; nobody waits at it for longer than for the store. */
  let gate: (PromiseWithResolvers<void> & { readonly timer: NodeJS.Timeout }) | undefined;
  let isClosed = false;
  let idle: (() => void) | undefined;

  function schedule(): void {
    if (gathering !== undefined || waiting.length === 0 || inFlight >= IN_FLIGHT) return;
    // Alone, a batch goes as soon as what has arrived with it is read; beside another, it waits to be worth a commit.
    if (inFlight === 0) gathering = setImmediate(flush);
    else gathering = setTimeout(flush, GATHER_MS);
  }

  function flush(): void {
    gathering = undefined;
    const batch = waiting.splice(0, BATCH);
    // Apart from the others, new reviews are written for half the price (keep.sql.ts).
    const isNew = ({ contribution }: Waiting) => contribution.isNew === true;
    for (const part of [batch.filter(isNew), batch.filter((one) => !isNew(one))]) start(part);
    schedule();
  }

  function start(batch: readonly Waiting[]): void {
    if (batch.length === 0) return;
    inFlight += 1;
    void keep(batch).finally(() => {
      inFlight -= 1;
      schedule();
      if (inFlight === 0 && waiting.length === 0) idle?.();
    });
  }

  async function keep(batch: readonly Waiting[]): Promise<void> {
    await gate?.promise;
    if (isAway) return toJournal(batch);
    try {
      await inTime(keepDirectly(batch.map(({ contribution }) => contribution)), patienceMs);
      for (const one of batch) one.resolve();
    } catch (error) {
      if (!isOwnFault(error)) return leaveStore(batch, error);
      if (batch.length === 1) return refuse(batch, error);
      // One bad row harms no other.
      for (const one of batch) await keep([one]);
    }
  }

  async function keepDirectly(contributions: readonly Contribution[]): Promise<void> {
    const isUnsure = contributions.some(({ mayBeClosed }) => mayBeClosed === true);
    await keepContributions(db, isUnsure ? await leaveOutClosed(db, contributions) : contributions);
  }

  function leaveStore(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (!isAway) {
      isAway = true;
      log.warn({ err: error }, 'the store is away: answers go to the journal');
      draining = drain();
    }
    return toJournal(batch);
  }

  async function toJournal(batch: readonly Waiting[]): Promise<void> {
    try {
      await journal.append(batch.map(({ contribution }) => JSON.stringify(contribution)));
      for (const one of batch) one.resolve();
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  }

  function refuse(batch: readonly Waiting[], error: unknown): void {
    log.error({ err: error }, 'the store refuses an answer');
    for (const one of batch)
      one.reject(new VigieError('Unavailable', 'The answer could not be kept.', [], error));
  }

  /** Offers the journal to the store until it is empty; nothing goes to the store by another way meanwhile. */
  async function drain(): Promise<void> {
    for (let pauseMs = retryMs; !isClosed; pauseMs = Math.min(2 * pauseMs, LONGEST_RETRY_MS)) {
      await pause(pauseMs);
      if (isClosed) return;
      try {
        // An empty transaction: with nothing in the journal yet, it tells whether the store is back.
        await inTime(db.query('select'), patienceMs);
        // Under load others come in meanwhile: the last ones are taken while no more are let in.
        while (!(await journal.drain(takeRecords))) shutGate();
        isAway = false;
        log.info('the store is back: the journal is empty');
        return;
      } catch (error) {
        if (!isUnavailable(error)) log.error({ err: error }, 'the journal could not be emptied');
      } finally {
        openGate();
      }
    }
  }

  function shutGate(): void {
    gate ??= { ...Promise.withResolvers<void>(), timer: setTimeout(openGate, patienceMs) };
  }

  function openGate(): void {
    clearTimeout(gate?.timer);
    gate?.resolve();
    gate = undefined;
  }

  function takeRecords(records: readonly string[]): Promise<void> {
    return take(records.map((record) => JSON.parse(record) as Contribution));
  }

  async function take(contributions: readonly Contribution[]): Promise<void> {
    for (let at = 0; at < contributions.length; at += BATCH) {
      if (isClosed) throw new VigieError('Unavailable', 'The server stops.');
      const batch = await leaveOutClosed(db, contributions.slice(at, at + BATCH));
      try {
        await keepContributions(db, batch);
      } catch (error) {
        if (!isOwnFault(error)) throw error;
        await takeOneByOne(batch);
      }
    }
  }

  /** What the store refuses for ever is put aside: it must not hold back what comes after it. */
  async function takeOneByOne(contributions: readonly Contribution[]): Promise<void> {
    for (const one of contributions) {
      await keepContributions(db, [one]).catch(async (error: unknown) => {
        if (!isOwnFault(error)) throw error;
        log.error({ err: error }, 'the store refuses an answer of the journal: it is put aside');
        await refused.append([JSON.stringify(one)]);
      });
    }
  }

  let pausing: { end(): void } | undefined;
  function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    pausing = {
      end: () => {
        clearTimeout(timer);
        resolve();
      },
    };
    return promise;
  }

  if (isAway) draining = drain();
  return {
    write(contribution) {
      if (waiting.length >= MOST_WAITING) {
        return Promise.reject(new VigieError('Unavailable', 'Too many answers wait for the disk.'));
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ contribution, resolve, reject });
      schedule();
      return promise;
    },
    async close() {
      if (inFlight > 0 || waiting.length > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        idle = resolve;
        await promise;
      }
      isClosed = true;
      pausing?.end();
      await draining;
    },
  };
}

/** SQLSTATE classes of what a row says: cardinality, data, constraints, limits. */
const REFUSED_STATES = /^(21|22|23|54)[0-9A-Z]{3}$/;

/**
 * Whether a contribution would be refused at any time. All else is the state of the store (read-only, out of disk, locked,
 * being restored, its password changed…), and passes.
 */
function isOwnFault(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  return REFUSED_STATES.test((error as { code?: string }).code ?? '');
}

function isUnavailable(error: unknown): boolean {
  return error instanceof VigieError && error.code === 'Unavailable';
}

/** @throws VigieError Unavailable when `work` takes longer; it is not stopped */
async function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new VigieError('Unavailable', 'The store is slow.')), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    // A late failure has nobody to tell.
    work.catch(() => {});
  }
}
