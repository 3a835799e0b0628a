/**
 * A store that may come later: what can be served without it is served meanwhile, and it is opened as soon as it answers.
 */
import { type ConnectionTarget, type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { VigieError } from './errors.ts';
import type { Log } from './log.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

export type LaterStore = {
  /** Its statements are refused (Unavailable) until it is open. */
  readonly db: Database;
  /** Where it is; undefined until it is open. */
  target(): ConnectionTarget | undefined;
  isOpen(): boolean;
  /** A pool of its own on this store, with its own options; refused until it is open, too. */
  pool(options: DatabaseOptions): Database;
  close(): Promise<void>;
};

export type LaterOptions = StoreOptions & {
  readonly log: Log;
  /** Whether there is anything to serve without it. */
  readonly mayWait: boolean;
  /** First pause before another attempt, in ms; doubled up to 10 s. */
  readonly retryMs?: number;
};

const LONGEST_RETRY_MS = 10_000;

/**
 * Opens the store now; where it does not answer and may be waited for, later.
 *
 * @throws VigieError as `openStore` does: InvalidInput always, all else when it may not be waited for
 */
export async function openStoreOrLater(options: LaterOptions): Promise<LaterStore> {
  const { log, mayWait, retryMs = 500 } = options;
  let store: Store | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> = Promise.resolve();

  async function retry(pauseMs: number): Promise<void> {
    try {
      const opened = await openStore(options);
      if (isClosed) return opened.close();
      store = opened;
      log.info('the store is open');
    } catch (error) {
      log.warn({ err: error }, 'the store cannot be opened yet');
      retryIn(Math.min(2 * pauseMs, LONGEST_RETRY_MS));
    }
  }

  function retryIn(pauseMs: number): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      attempt = retry(pauseMs);
    }, pauseMs);
  }

  try {
    store = await openStore(options);
  } catch (error) {
    if (!mayWait || !isState(error)) throw error;
    log.warn({ err: error }, 'the store is away: forms are served, and answers kept in the journal');
    retryIn(retryMs);
  }
  const pools: Database[] = [];
  return {
    db: databaseThrough(() => store?.db),
    target: () => store?.target,
    isOpen: () => store !== undefined,
    pool(poolOptions) {
      let opened: Database | undefined;
      return databaseThrough(() => {
        if (opened !== undefined || store === undefined) return opened;
        opened = openDatabase(store.target, poolOptions);
        pools.push(opened);
        return opened;
      });
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await attempt;
      for (const pool of pools) await pool.close();
      await store?.close();
    },
  };
}

/** Whether an error is that of the state of a server, which may pass (read-only, refusing us…), and not of our settings. */
function isState(error: unknown): boolean {
  if (error instanceof VigieError) return error.code === 'Unavailable';
  return /^[0-9A-Z]{5}$/.test((error as { code?: string } | null)?.code ?? '');
}

/** The database that `find` gives at each use. */
function databaseThrough(find: () => Database | undefined): Database {
  const get = (): Database => {
    const found = find();
    if (found === undefined)
      throw new VigieError('Unavailable', 'The store does not answer; try again in a moment.');
    return found;
  };
  return {
    query: async (text, values) => get().query(text, values),
    transaction: async (work) => get().transaction(work),
    connections: () => find()?.connections() ?? { open: 0, idle: 0, waiting: 0 },
    close: async () => find()?.close(),
  };
}
