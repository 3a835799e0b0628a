/** The statements of public-changes.ts, on a connection that listens. */
import pg from 'pg';
import { type ConnectionTarget, clientConfig } from './database.ts';

/** The channel on which the store announces changes of public data (db/migrations/0004). */
export const PUBLIC_CHANGE_CHANNEL = 'vigie_public_change';

const HEARTBEAT_CHANNEL = 'vigie_heartbeat';

/**
 * Opens a connection that receives the announcements and its own heartbeats.
 * @param answerWithinMs how long a statement may take: a store that falls silent is not waited for for ever
 */
export async function openListener(
  target: ConnectionTarget,
  onEnd: (error?: Error) => void,
  answerWithinMs: number,
): Promise<pg.Client> {
  const client = new pg.Client({ ...clientConfig(target), keepAlive: true, query_timeout: answerWithinMs });
  client.on('error', onEnd);
  client.on('end', () => onEnd());
  await client.connect();
  try {
    await client.query(`listen ${PUBLIC_CHANGE_CHANNEL}; listen ${HEARTBEAT_CHANNEL}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

/** Sends a heartbeat, which every listener receives. */
export async function sendHeartbeat(client: pg.Client): Promise<void> {
  await client.query(`notify ${HEARTBEAT_CHANNEL}`);
}
