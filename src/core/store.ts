/**
 * The store of this process: an outside PostgreSQL when one is named, else the embedded one; checked to keep what it
 * is told, and migrated.
 */
import { type ConnectionTarget, type Database, openDatabase } from './database.ts';
import { openEmbeddedServer, type StoreLog } from './embedded-server.ts';
import { VigieError } from './errors.ts';
import { migrate } from './migrations.ts';
import { readServerSettings } from './store.sql.ts';

const OLDEST_VERSION = 15;

export type StoreOptions = {
  /** `postgres://…` of an outside server, whose database exists; null for the embedded server. */
  databaseUrl: string | null;
  /** VIGIE_DATA; read only for the embedded server. */
  dataDirectory: string;
  log?: StoreLog;
  /** As in `openDatabase`. */
  statementTimeoutMs?: number;
  connections?: number;
};

export type Store = { db: Database; target: ConnectionTarget; close(): Promise<void> };

/**
 * Opens the store, ready for use.
 *
 * @throws VigieError InvalidInput or Unavailable, that names the setting at fault and never a password
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataDirectory, log } = options;
  if (databaseUrl !== null) return openOn(databaseUrl, options, async () => {});
  const server = await openEmbeddedServer({ dataDirectory, ...(log && { log }) });
  try {
    return await openOn(server.target, options, () => server.close());
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function openOn(
  target: ConnectionTarget,
  { log, statementTimeoutMs, connections }: StoreOptions,
  leave: () => Promise<void>,
): Promise<Store> {
  const db = openDatabase(target, {
    ...(statementTimeoutMs !== undefined && { statementTimeoutMs }),
    ...(connections !== undefined && { connections }),
    onIdleError: (error) => log?.warn({ reason: error.message }, 'a connection to the store broke'),
  });
  try {
    await checkServer(db, target);
    const applied = await migrate(db);
    if (applied.length > 0) log?.info({ migrations: applied }, 'the store is migrated');
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    db,
    target,
    async close() {
      await db.close();
      await leave();
    },
  };
}

async function checkServer(db: Database, target: ConnectionTarget): Promise<void> {
  const settings = await readServerSettings(db).catch((error: unknown) => {
    throw typeof target === 'string' ? explain(error, target) : error;
  });
  const major = Math.floor(settings.version / 10_000);
  if (major < OLDEST_VERSION) {
    throw new VigieError(
      'InvalidInput',
      `The server of VIGIE_DATABASE_URL is PostgreSQL ${major}: ${OLDEST_VERSION} or later is needed.`,
    );
  }
  if (settings.encoding !== 'UTF8') {
    throw new VigieError(
      'InvalidInput',
      `The database of VIGIE_DATABASE_URL is encoded in ${settings.encoding}: create one with ENCODING 'UTF8'.`,
    );
  }
  const off = [
    settings.fsync === 'off' && 'fsync',
    settings.synchronousCommit === 'off' && 'synchronous_commit',
  ].filter((name) => name !== false);
  if (off.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `The store would lose what it has accepted: ${off.join(' and ')} ${off.length > 1 ? 'are' : 'is'} off. ` +
        'Turn it on in postgresql.conf (or by ALTER SYSTEM, ALTER DATABASE, ALTER ROLE), reload, start Vigie again.',
    );
  }
}

/** An error of the first connection, in terms of VIGIE_DATABASE_URL and without its cause, which may hold the URL. */
function explain(error: unknown, databaseUrl: string): VigieError {
  const where = describe(databaseUrl);
  if (where === null) {
    return new VigieError(
      'InvalidInput',
      'VIGIE_DATABASE_URL is not an address: postgres://user:password@host:5432/database is expected.',
    );
  }
  if (error instanceof VigieError) {
    const { code: reason = '', message: cause = '' } = (error.cause ?? {}) as {
      code?: string;
      message?: string;
    };
    return new VigieError(
      'Unavailable',
      `The server of VIGIE_DATABASE_URL (${where}) does not answer: ${cause || reason || 'no reason given'}.`,
    );
  }
  const { message, code = '' } = error as Error & { code?: string };
  return new VigieError(
    // What is refused now may be let in later: a password is being changed.
    code === REFUSED_PASSWORD ? 'Unavailable' : 'InvalidInput',
    `VIGIE_DATABASE_URL (${where}) does not lead to a store: ${message}.`,
  );
}

/** SQLSTATE of `invalid_password`. */
const REFUSED_PASSWORD = '28P01';

/** Host, port and database of a URL: nothing secret. */
function describe(databaseUrl: string): string | null {
  if (!URL.canParse(databaseUrl)) return null;
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
