/**
 * A process's presence on the embedded server: one idle connection as long as it uses the server. The last one to
 * leave stops it.
 */
import pg from 'pg';
import { type ConnectionTarget, clientConfig } from '../database.ts';
import { SERVER_ROLE } from './postmaster.ts';
import { SOCKET_PORT } from './state.ts';

const PRESENCE = 'vigie presence';

/** Codes of a server that is not there, or is starting up, shutting down or recovering (57P03). */
const NO_ANSWER_CODES = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03']);
const NO_ANSWER_MESSAGES = /terminated unexpectedly|timeout expired/;

/** The address of a database of the server that listens in `socketDirectory`. */
export function addressIn(socketDirectory: string, database: string): Exclude<ConnectionTarget, string> {
  return { host: socketDirectory, port: SOCKET_PORT, user: SERVER_ROLE, database };
}

/** Connects to the server in `socketDirectory`; null when none answers there yet, or any more. */
export async function enter(socketDirectory: string): Promise<pg.Client | null> {
  const presence = new pg.Client({
    ...clientConfig(addressIn(socketDirectory, 'postgres')),
    application_name: PRESENCE,
  });
  presence.on('error', () => {});
  try {
    await presence.connect();
    return presence;
  } catch (error) {
    await presence.end().catch(() => {});
    const { code, message } = error as { code?: string; message: string };
    if (NO_ANSWER_CODES.has(code ?? '') || NO_ANSWER_MESSAGES.test(message)) return null;
    throw error;
  }
}

/** Makes the database `name` if it does not exist. */
export async function ensureDatabase(presence: pg.Client, name: string): Promise<void> {
  const { rowCount } = await presence.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await presence.query(`create database ${pg.escapeIdentifier(name)}`);
}

/** True when no other process is present. */
export async function isAlone(presence: pg.Client): Promise<boolean> {
  const { rowCount } = await presence.query(
    'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [PRESENCE],
  );
  return rowCount === 0;
}
