/** A store with a procedure and a site, and the commands of reviews run beside it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importCatalogue } from '../../src/catalogue/index.ts';
import { systemClock } from '../../src/core/clock.ts';
import { beginDemonstration } from '../../src/core/demonstration.sql.ts';
import { openStore } from '../../src/core/store.ts';
import { PLAIN_ENVIRONMENT } from './environment.ts';
import { scratchDirectory } from './ground.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const CATALOGUE = `genre,identifiant,valable_depuis,nom,identifiants_externes
Démarche,1764,2020-01-01,Déclarer ses revenus,jdma:77; xwiki:19
Lieu d’accueil,sip-de-lille,2020-01-01,Centre des impôts de Lille,
`;

type Answer = { code: number; out: string; error: string };

/** Does `work` on a ground of its own, whose store is held open so that commands work beside it. */
export async function within(
  t: TestContext,
  work: (ground: Awaited<ReturnType<typeof prepare>>) => Promise<void>,
  options: { demonstration?: boolean } = {},
) {
  const ground = await prepare(t, options);
  try {
    await work(ground);
  } finally {
    await ground.store.close();
  }
}

async function prepare(t: TestContext, { demonstration = false }) {
  const directory = scratchDirectory(t);
  const store = await openStore({ databaseUrl: null, dataDirectory: join(directory, 'state') });
  await store.db.transaction(async (tx) => {
    if (demonstration) assert.ok(await beginDemonstration(tx, systemClock.now()));
    await importCatalogue(tx, Buffer.from(CATALOGUE), { today: '2026-01-15', skipBad: false });
  });
  const vigie = (...words: string[]): Promise<Answer> => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const env = { ...PLAIN_ENVIRONMENT, VIGIE_DATA: join(directory, 'state') };
    execFile(process.execPath, [CLI, 'reviews', ...words], { env, cwd: directory }, (failure, out, error) =>
      resolve({ code: failure === null ? 0 : Number(failure.code), out, error }),
    );
    return promise;
  };
  const run = async (...words: string[]) => {
    const { code, out, error } = await vigie(...words, '--json');
    assert.deepEqual([code, error], [0, ''], words.join(' '));
    return JSON.parse(out) as Record<string, unknown>;
  };
  const write = (text: string) => writeFile(join(directory, 'avis.csv'), text);
  return { store, db: store.db, vigie, run, write };
}
