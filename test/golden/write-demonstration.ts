/**
 * Writes the hashes of the editions of the demonstration that `test/demonstration.test.ts` compares with:
 * `node test/golden/write-demonstration.ts`, once what changed in them is meant.
 */
import { writeFileSync } from 'node:fs';
import { openDatabase } from '../../src/core/database.ts';
import { editionHashes, GOLDEN_HASHES, load } from '../support/demonstration.ts';
import { openTestServer } from '../support/server.ts';

const server = await openTestServer();
const db = openDatabase(server.target);
await load(db);
writeFileSync(GOLDEN_HASHES, `${JSON.stringify(await editionHashes(db), null, 2)}\n`);
await db.close();
await server.close();
