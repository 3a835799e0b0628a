import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { isSomeoneWaiting, listIncidents } from '../../test/support/probes.sql.ts';
import { recordProcedures } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { importTargets } from './import-targets.ts';
import { announceMaintenance, cancelMaintenance, listMaintenances } from './maintenance.sql.ts';
import { codeOf } from './outcome.ts';
import { recordSamples } from './record-samples.ts';
import { NO_PHASES } from './sample.ts';
import { addTarget, closeTarget, endUse, findTarget, listOpenTargets, listTargets } from './target.sql.ts';
import { type Demand, type Role, USUAL_DEMAND } from './target.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const HOME: Demand = { ...USUAL_DEMAND, url: 'https://a.fr/' };

async function prepare(t: TestContext) {
  const db = await testDatabase(t);
  const [first = 0, second = 0] = await db.transaction((tx) =>
    recordProcedures(
      tx,
      ['1', '2'].map((publicId) => ({ publicId, name: `Démarche ${publicId}`, validFrom: '2020-01-01' })),
    ),
  );
  const add = (subjectId: number, demand = HOME, role: Role = 'home', now = NOW) =>
    db.transaction((tx) => addTarget(tx, { demand, subjectId, role, author: 'équipe' }, now));
  return { db, first, second, add };
}

const usesOf = async (db: Queryable, id: number) =>
  (await findTarget(db, id))?.uses.map(({ subjectId, role }) => [subjectId, role]);

test('an address that two procedures share is one target, which counts for both', async (t) => {
  const { db, first, second, add } = await prepare(t);
  const made = await add(first);
  const shared = await add(second, HOME, 'sign_in');
  const again = await add(second, HOME, 'sign_in');
  assert.deepEqual([made.outcome, shared.outcome, again.outcome], ['created', 'shared', 'unchanged']);
  assert.deepEqual(new Set([made, shared, again].map(({ target }) => target.id)).size, 1);
  assert.deepEqual(await usesOf(db, made.target.id), [
    [first, 'home'],
    [second, 'sign_in'],
  ]);
  assert.equal((await listOpenTargets(db)).length, 1);
  assert.deepEqual(
    (await listTargets(db, { subjectId: second })).map(({ id }) => id),
    [made.target.id],
  );
});

test('another demand of the same address is another target', async (t) => {
  const { db, first, add } = await prepare(t);
  for (const other of [
    { mustContain: 'Bonjour' },
    { method: 'HEAD' as const },
    { expectedStatus: '200,401' },
  ])
    assert.equal((await add(first, { ...HOME, ...other })).outcome, 'created');
  assert.equal((await listTargets(db)).length, 3);
});

test('a change of role ends one use and begins another', async (t) => {
  const { db, first, add } = await prepare(t);
  const { target } = await add(first);
  assert.equal((await add(first, HOME, 'form', LATER)).outcome, 'changed');
  assert.deepEqual(await usesOf(db, target.id), [[first, 'form']]);
  const rows = await db.query('select role, since, until from probes.target_use order by since');
  assert.deepEqual(rows, [
    { role: 'home', since: NOW, until: LATER },
    { role: 'form', since: LATER, until: null },
  ]);
});

test('the usual pace shares a target of any pace; another one is a conflict, which writes nothing', async (t) => {
  const { db, first, second, add } = await prepare(t);
  const slow = { ...HOME, intervalMs: 300_000 };
  await add(first, slow);
  await assert.rejects(add(second, { ...HOME, intervalMs: 120_000 }), {
    code: 'Conflict',
    message: /asks the same every 300 s/,
  });
  assert.deepEqual((await listTargets(db, { subjectId: second })).length, 0);
  const { outcome, target } = await add(second);
  assert.deepEqual([outcome, target.intervalMs], ['shared', 300_000]);
});

test('a closed target is asked nothing more, and the same may be asked by a new one', async (t) => {
  const { db, first, add } = await prepare(t);
  const { target } = await add(first);
  await db.query(
    `insert into probes.incident (target_id, started_at, confirmed_at, cause, vantage_ids)
     values ($1, $2, $2, $3, '{1}')`,
    [target.id, NOW, codeOf('refused')],
  );
  assert.equal((await findTarget(db, target.id))?.incident?.cause, 'refused');
  await db.transaction((tx) => closeTarget(tx, target.id, 'refonte', LATER));
  assert.deepEqual([await listOpenTargets(db), await listTargets(db)], [[], []]);
  const closed = await findTarget(db, target.id);
  assert.deepEqual(
    [closed?.closedReason, closed?.incident, closed?.uses.map(({ until }) => until)],
    ['refonte', null, [LATER]],
  );
  await assert.rejects(
    db.transaction((tx) => closeTarget(tx, target.id, 'encore', LATER)),
    { code: 'Conflict' },
  );
  await assert.rejects(
    db.transaction((tx) => closeTarget(tx, 999, 'x', LATER)),
    { code: 'NotFound' },
  );
  const next = await add(first, { ...HOME, intervalMs: 300_000 }, 'home', LATER);
  assert.equal(next.outcome, 'created');
  assert.notEqual(next.target.id, target.id);
});

test('an incident that opens while its target is being closed ends with it', async (t) => {
  const { db, first, add } = await prepare(t);
  const { target } = await add(first);
  const samples = [0, 60_000].map((ms) => {
    const at = new Date(NOW.getTime() + ms);
    return { ...NO_PHASES, targetId: target.id, at, outcome: 'refused' as const };
  });
  const batch = { vantageId: 1, samples, details: new Map(), watch: null, skewMs: null };
  let [closing, isClosed] = [Promise.resolve(), false];
  await db.transaction(async (tx) => {
    await recordSamples(tx, batch, LATER);
    closing = db
      .transaction((other) => closeTarget(other, target.id, 'refonte', LATER))
      .finally(() => {
        isClosed = true;
      });
    while (!isClosed && !(await isSomeoneWaiting(db)));
  });
  await closing;
  const incidents = await listIncidents(db);
  assert.deepEqual(
    incidents.map(({ startedAt, endedAt }) => [startedAt, endedAt]),
    [[NOW, LATER]],
  );
});

test('the end of the last use closes the target, that of another one does not', async (t) => {
  const { db, first, second, add } = await prepare(t);
  const { target } = await add(first);
  await add(second);
  const end = (subjectId: number) =>
    db.transaction((tx) => endUse(tx, { targetId: target.id, subjectId }, 'fermée', LATER));
  assert.equal(await end(first), 'ended');
  await assert.rejects(end(first), { code: 'NotFound' });
  assert.deepEqual(await usesOf(db, target.id), [[second, 'home']]);
  assert.equal(await end(second), 'closed');
  assert.equal((await findTarget(db, target.id))?.closedReason, 'fermée');
});

test('of people who add the same at once, one makes it and the others share it', async (t) => {
  const { db, first, second, add } = await prepare(t);
  const outcomes = await Promise.all([add(first), add(second), add(first), add(second)]);
  assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), [
    'created',
    'shared',
    'unchanged',
    'unchanged',
  ]);
  assert.equal((await listTargets(db)).length, 1);
});

test('a target is listed with what each point of measure saw last', async (t) => {
  const { db, first, add } = await prepare(t);
  const { target } = await add(first);
  await db.query(
    `with vantage as (
       insert into probes.vantage (slug, name, author, created_at) values ('lyon', 'Lyon', 'équipe', $2) returning id)
     insert into probes.latest (target_id, vantage_id, at, outcome, verdict_since, detail)
     select $1, id, $2, $3, $2, '{}' from vantage`,
    [target.id, NOW, codeOf('blocked_status')],
  );
  const [listed] = await listTargets(db);
  assert.deepEqual(listed?.looks, [
    {
      ...{ targetId: target.id, vantage: 'lyon', vantageName: 'Lyon', at: NOW },
      ...{ outcome: 'blocked_status', verdictSince: NOW },
    },
  ]);
});

test('maintenances go with the targets to probe until they are cancelled', async (t) => {
  const { db, first, add } = await prepare(t);
  const { target } = await add(first);
  const asked = {
    ...{ startsAt: NOW, endsAt: LATER, repeats: 'weekly' as const, repeatsUntil: '2026-12-31' },
    ...{ reason: 'sauvegarde', author: 'équipe' },
  };
  const [held] = await db.transaction((tx) => announceMaintenance(tx, [target.id], asked, NOW));
  const { reason: _, author: __, ...window } = asked;
  assert.deepEqual((await listOpenTargets(db))[0]?.maintenances, [window]);
  await cancelMaintenance(db, held?.id ?? 0, LATER);
  assert.deepEqual((await listOpenTargets(db))[0]?.maintenances, []);
  assert.deepEqual(await listMaintenances(db), []);
  assert.deepEqual(
    (await listMaintenances(db, { all: true })).map(({ cancelledAt }) => cancelledAt),
    [LATER],
  );
  await assert.rejects(cancelMaintenance(db, held?.id ?? 0, LATER), { code: 'Conflict' });
  await assert.rejects(cancelMaintenance(db, 999, LATER), { code: 'NotFound' });
  await assert.rejects(
    db.transaction((tx) => announceMaintenance(tx, [target.id, 999], asked, NOW)),
    { code: 'NotFound', message: /999/ },
  );
});

const FILE =
  'demarche,adresse,role,intervalle\n1,a.fr,,\n2,a.fr,connexion,\n2,https://a.fr/fin,dernière page,5min\n';
const bytes = (text: string) => new TextEncoder().encode(text);

test('a file read twice changes nothing the second time', async (t) => {
  const { db } = await prepare(t);
  const read = (now: Date) =>
    db.transaction((tx) => importTargets(tx, bytes(FILE), { author: 'import', now }));
  assert.deepEqual(await read(NOW), { created: 2, shared: 1, changed: 0, unchanged: 0 });
  const before = await listTargets(db);
  assert.deepEqual(await read(LATER), { created: 0, shared: 0, changed: 0, unchanged: 3 });
  assert.deepEqual(await listTargets(db), before);
});

test('a file that contradicts what is probed is refused whole, each line with its fault', async (t) => {
  const { db, first, add } = await prepare(t);
  await add(first, { ...HOME, intervalMs: 600_000 });
  const text = `${FILE.replace('1,a.fr,,', '1,a.fr,,5min')}1,https://a.fr/fin,,2min\n`;
  await assert.rejects(
    db.transaction((tx) => importTargets(tx, bytes(text), { author: 'import', now: LATER })),
    (error: { code: string; fields: { path: string }[] }) => {
      assert.equal(error.code, 'InvalidInput');
      assert.deepEqual(
        error.fields.map(({ path }) => path),
        ['line 2, column "intervalle"', 'line 5, column "intervalle"'],
      );
      return true;
    },
  );
  assert.equal((await listTargets(db)).length, 1);
});
