/** What Vigie asks a server before it trusts it with data. */
import type { Queryable } from './database.ts';

export type ServerSettings = { version: number; encoding: string; fsync: string; synchronousCommit: string };

/** The server's version (150004 for 15.4) and its settings of durability, as our sessions have them. */
export async function readServerSettings(db: Queryable): Promise<ServerSettings> {
  const [settings] = await db.query<ServerSettings>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as "synchronousCommit"`);
  if (settings === undefined) throw new Error('the server gives no settings');
  return settings;
}
