/**
 * Access to PostgreSQL: a pool, transactions, time-outs. Values cross the border as plain JavaScript:
 * `bigint` as a number (refused beyond 2^53), `numeric` as a number, `date` as `YYYY-MM-DD`, instants as `Date`.
 */
import pg from 'pg';
import { VigieError } from './errors.ts';

/** What a statement needs to run: the pool, or one transaction. Functions of `*.sql.ts` take this. */
export type Queryable = {
  /** Runs one statement and gives its rows. `Row` is the caller's word for their shape. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** What runs several statements as one. Functions that write in a transaction of their own take this. */
export type Transactional = Queryable & {
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Within a transaction it is a
   * savepoint: undone alone when it throws, committed with the whole.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
};

/** A transaction that is open. */
export type Transaction = Transactional & {
  /**
   * Sends rows to `copy … from stdin`, which takes new rows by thousands for less than any other statement. Not on a
   * pool that pipelines.
   * @param rows lines of its text format, each ended by a line feed
   */
  copy(text: string, rows: string): Promise<void>;
};

export type Database = Transactional & {
  /** How many connections are open, how many of them are idle, and how many callers wait for one. */
  connections(): { open: number; idle: number; waiting: number };
  close(): Promise<void>;
};

/** Where the server is: a URL (`postgres://…`) or a socket directory or host with its user and database. */
export type ConnectionTarget = string | { host: string; port: number; user: string; database: string };

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInteger],
  [NUMERIC, Number],
  [DATE, (text) => text],
]);

/** A server that does not even cancel a statement at its limit is lost: it is waited for so much longer, in ms. */
const SILENCE_MS = 1_000;

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Connection settings for `pg`, with the value parsers of this file. */
export function clientConfig(target: ConnectionTarget): pg.ClientConfig {
  const where = typeof target === 'string' ? { connectionString: target } : { ...target, ssl: false };
  return { ...where, types, connectionTimeoutMillis: 5_000 };
}

export type DatabaseOptions = {
  /** Most connections of this process. */
  connections?: number;
  /** A statement longer than this is cancelled, in ms; 0 for none (imports, migrations). */
  statementTimeoutMs?: number;
  /** Told of a connection that broke while idle; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void;
  /**
   * For the same few statements at every moment: each is prepared once a connection, and sent without waiting for the
   * answers to those before it. Measured on batches of 64 reviews: 1.5 to 2 times as many a second.
   */
  pipeline?: boolean;
};

/** Opens a pool on `target`. No connection is made before the first statement. */
export function openDatabase(target: ConnectionTarget, options: DatabaseOptions = {}): Database {
  const { statementTimeoutMs = 10_000, pipeline = false } = options;
  const pool = new pg.Pool({
    ...clientConfig(target),
    max: options.connections ?? 10,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs && statementTimeoutMs + SILENCE_MS,
    idle_in_transaction_session_timeout: 60_000,
    pipeline,
  });
  // A connection that this process closes is not one that broke, even if its server stops before it has left.
  pool.on('error', (error) => {
    if (!pool.ending) options.onIdleError?.(error);
  });
  // A connection may break as it passes from the pool to its first owner, whom nobody has listened for yet: unheard, that
  // would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    query: (text, values) => run(pool, text, values, pipeline),
    transaction: (work) => inTransaction(pool, work, pipeline),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

async function run<Row>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
  isPrepared = false,
): Promise<Row[]> {
  try {
    const name = isPrepared ? { name: nameOf(text) } : {};
    return (await on.query({ text, values: [...values], ...name })).rows as Row[];
  } catch (error) {
    throw translate(error);
  }
}

const names = new Map<string, string>();

/** The name under which a statement is prepared, the same for every connection of this process. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `vigie_${names.size}`;
  names.set(text, name);
  return name;
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Result>,
  pipeline: boolean,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translate(error);
  });
  let broken: Error | undefined;
  // A connection that breaks between two statements has no statement to fail: unheard, it would end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const begun = run(client, 'begin');
    if (pipeline) begun.catch(() => {});
    else await begun;
    const result = await work(transactionOn(client, pipeline, begun));
    await begun;
    await run(client, 'commit');
    return result;
  } catch (error) {
    await run(client, 'rollback').catch((failure: unknown) => {
      broken = failure as Error;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** The transaction that is open on a connection, or that `begun` opens: where it does not, nothing goes on without one. */
function transactionOn(client: pg.PoolClient, isPrepared: boolean, begun: Promise<unknown>): Transaction {
  const tx: Transaction = {
    async query<Row>(text: string, values?: readonly unknown[]) {
      const [rows] = await Promise.all([run<Row>(client, text, values, isPrepared), begun]);
      return rows;
    },
    async copy(text, rows) {
      if (isPrepared) throw new TypeError('A connection that pipelines takes no copy.');
      await copyRows(client, text, rows);
    },
    async transaction(work) {
      await run(client, 'savepoint nested');
      try {
        const result = await work(tx);
        await run(client, 'release savepoint nested');
        return result;
      } catch (error) {
        // Where the connection is lost, so is the whole transaction: the first error says why.
        await run(client, 'rollback to savepoint nested; release savepoint nested').catch(() => {});
        throw error;
      }
    },
  };
  return tx;
}

/** A statement that answers what the server asks of `copy … from stdin`: `pg` would refuse. */
class CopyStatement extends pg.Query {
  readonly #rows: Buffer;

  constructor(text: string, rows: string, done: (error: Error | undefined) => void) {
    super(text, done);
    this.#rows = Buffer.from(rows);
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }): void {
    connection.sendCopyFromChunk(this.#rows);
    connection.endCopyFrom();
  }
}

function copyRows(client: pg.PoolClient, text: string, rows: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.query(new CopyStatement(text, rows, (error) => (error ? reject(translate(error)) : resolve())));
  return promise;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);
/** SQLSTATE classes and codes that say the server cannot answer now: connection, resources, operator, time-out. */
const UNAVAILABLE_STATES = /^(08|53|57)/;
const DISK_FULL = '53100';

function translate(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  const lost =
    /connection (terminated|error)|not queryable|query read timeout|timeout exceeded when trying to connect/i.test(
      error.message,
    );
  if (code === DISK_FULL) {
    const message = 'The disk of the store is full: free some space; what was accepted is kept.';
    return new VigieError('Unavailable', message, [], error);
  }
  if (UNREACHABLE.has(code) || UNAVAILABLE_STATES.test(code) || lost) {
    return new VigieError('Unavailable', 'The store does not answer; try again in a moment.', [], error);
  }
  return error;
}
