/** A store with a procedure and a site, and the commands of reviews. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importCatalogue } from '../../src/catalogue/index.ts';
import { systemClock } from '../../src/core/clock.ts';
import { beginDemonstration } from '../../src/core/demonstration.sql.ts';
import { openCommands } from './commands.ts';

const CATALOGUE = `genre,identifiant,valable_depuis,nom,identifiants_externes
Démarche,1764,2020-01-01,Déclarer ses revenus,jdma:77; xwiki:19
Lieu d’accueil,sip-de-lille,2020-01-01,Centre des impôts de Lille,
`;

/** Does `work` on a ground of its own. */
export async function within(
  t: TestContext,
  work: (ground: Awaited<ReturnType<typeof prepare>>) => Promise<void>,
  options: { demonstration?: boolean } = {},
) {
  await work(await prepare(t, options));
}

async function prepare(t: TestContext, { demonstration = false }) {
  const ground = await openCommands(t, { group: ['reviews'] });
  await ground.db.transaction(async (tx) => {
    if (demonstration) assert.ok(await beginDemonstration(tx, systemClock.now()));
    await importCatalogue(tx, Buffer.from(CATALOGUE), { today: '2026-01-15', skipBad: false });
  });
  const write = (text: string) => writeFile(join(ground.directory, 'avis.csv'), text);
  return { ...ground, write };
}
