/**
 * Writes `db/schema.sql`, what the migrations make, from a freshly migrated embedded server: `npm run schema`.
 * With `--check` it writes nothing and fails when the file differs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/core/database.ts';
import { dumpSchema } from '../src/core/schema-dump.sql.ts';
import { openTestServer } from '../test/support/server.ts';

const FILE = fileURLToPath(new URL('./schema.sql', import.meta.url));
const HEADER = `-- What the migrations make, for reading. Written by \`npm run schema\`: do not edit.\n\n`;

const server = await openTestServer();
const db = openDatabase(server.target);
const text = HEADER + (await dumpSchema(db));
await db.close();
await server.close();

if (!process.argv.includes('--check')) {
  await writeFile(FILE, text);
} else if (text !== (await readFile(FILE, 'utf8').catch(() => ''))) {
  process.stderr.write('db/schema.sql is not what the migrations make: run `npm run schema` and commit it\n');
  process.exitCode = 1;
}
