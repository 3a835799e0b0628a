/**
 * A process that opens the store of a directory (first argument), says so, and closes it when its input ends. With
 * `claim` as second argument it first claims the directory.
 */
import { once } from 'node:events';
import { claimDataDirectory } from '../../src/core/data-directory.ts';
import { openStore } from '../../src/core/store.ts';

const [dataDirectory = '', claim] = process.argv.slice(2);
const claimed = claim === 'claim' ? await claimDataDirectory(dataDirectory) : null;
const store = await openStore({ databaseUrl: null, dataDirectory });
process.stdout.write('open\n');
process.stdin.resume();
await once(process.stdin, 'end');
await store.close();
await claimed?.release();
