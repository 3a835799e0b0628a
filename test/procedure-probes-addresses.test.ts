/** What the page of probes of a procedure tells of addresses that count for it no more, and of points of measure that are silent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordProcedures } from '../src/catalogue/index.ts';
import { addTarget, endUse } from '../src/probes/index.ts';
import { USUAL_DEMAND } from '../src/probes/target.ts';
import { setLatest } from './support/availability-store.sql.ts';
import { setDays } from './support/availability-store.ts';
import { readPage } from './support/page-words.ts';
import { openProbePages } from './support/probe-pages.ts';
import { SINCE } from './support/probe-store.ts';

const DAY = '2026-01-14';

const { db, store, app } = await openProbePages({ procedures: 2, targets: 2 });

type Json = { monitored: boolean; targets: { closed_at: string | null }[] };

test('what an address told is kept when it counts for the procedure no more, though others use it', async () => {
  const [subjectId = 0] = await db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: '78', name: 'Voisine', validFrom: '2020-01-01' }]),
  );
  const [, , , signIn = 0] = store.targetIds;
  const shared = { url: 'https://site-2.example/sign_in', subjectId, role: 'form', author: 'test' } as const;
  await db.transaction(async (tx) => {
    const { url, ...use } = shared;
    const { target } = await addTarget(tx, { demand: { ...USUAL_DEMAND, url }, ...use }, SINCE);
    assert.equal(target.id, signIn);
    await endUse(tx, { targetId: signIn, subjectId }, 'partie', new Date(`${DAY}T09:00:00Z`));
  });
  await setDays(db, subjectId, ['2026-01-13'], { up: 1_430, down: 10 });
  const address = '/demarches/78-voisine/disponibilite';
  const page = await readPage(app, `${address}?du=2026-01-13&au=${DAY}`);
  assert.match(page, /Cette adresse a été suivie jusqu’au 14 janvier 2026 à 10:00\./);
  assert.match(page, /1 430 minutes sur 1 440 observées/);
  const json = (await (await app.request(`${address}.json`)).json()) as Json;
  assert.deepEqual([json.monitored, json.targets[0]?.closed_at], [false, `${DAY}T09:00:00.000Z`]);
});

test('a point of measure that is silent says nothing of what an address is now', async () => {
  const [targetId = 0] = store.targetIds;
  const [first = 0, second = 0] = store.vantageIds;
  const look = (vantageId: number, at: string, outcome: 'up' | 'reset') =>
    setLatest(db, { targetId, vantageId, outcome, at: new Date(at), since: new Date(at) });
  await look(first, '2026-01-15T11:59:30Z', 'up');
  await look(second, '2026-01-12T10:00:00Z', 'reset');
  const page = await readPage(app, '/demarches/1-demarche-1/disponibilite');
  assert.match(page, /Vu ainsi de 1 point de mesure sur \d/);
  assert.doesNotMatch(page, /voit autre chose/);
});
