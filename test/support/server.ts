/** The embedded server of tests: that of the suite where `test/run.ts` started one, else one of this process. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/core/database.ts';
import { type EmbeddedServer, openEmbeddedServer } from '../../src/core/embedded-server.ts';
import { migrate } from '../../src/core/migrations.ts';

/** The environment variable by which `test/run.ts` tells its test processes where their server is. */
export const TEST_SERVER_VARIABLE = 'VIGIE_TEST_SERVER';

/** A server whose database `target` is migrated and has no connection: the template of the tests' databases. */
export type TestServer = Pick<EmbeddedServer, 'target' | 'close'>;

/** The server of the suite, or a new one on `binaries` (those of the npm package unless named). */
export async function openTestServer(binaries?: string): Promise<TestServer> {
  const shared = process.env[TEST_SERVER_VARIABLE];
  if (shared !== undefined && binaries === undefined) {
    return { target: JSON.parse(shared) as TestServer['target'], close: async () => {} };
  }
  const dataDirectory = temporaryPath();
  const server = await openEmbeddedServer({ dataDirectory, ...(binaries !== undefined && { binaries }) });
  const db = openDatabase(server.target, { onIdleError: () => {} });
  await migrate(db);
  await db.close();
  return {
    target: server.target,
    async close() {
      await server.close();
      await rm(server.stateDirectory, { recursive: true, force: true });
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** A path for a directory that does not exist yet, in that of temporary files. */
export function temporaryPath(): string {
  return join(tmpdir(), `vigie-test-${randomUUID()}`);
}
