/** Figures that programs send: what is kept, what is refused, and what the sender is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { importUsage, listObservations } from '../src/observations/index.ts';
import { testDatabase } from './support/database.ts';
import { codeOf, faultsOf, openDataset, usageSite, visits } from './support/usage-api.ts';

const LATER = new Date('2027-01-01T00:00:00Z');

test('figures are created, then unchanged, then updated, and the earlier ones stay readable', async (t) => {
  const db = await testDatabase(t);
  const { send, held, subjects } = await usageSite(db);
  const first = [
    visits('janvier', 1200, { note: 'grève' }),
    { id: 'total', indicator: 'accounts', period: '2025', value: null },
    {
      id: 'taux',
      subject: '12',
      indicator: 'completion',
      period: '2025-01',
      numerator: 80,
      denominator: 100,
    },
    visits('mobile', 500, { dimensions: { device: 'mobile' }, qualifier: 'nearly', n: 12 }),
  ];
  const sent = await send(first);
  assert.deepEqual(
    [sent.status, sent.body],
    [200, { received: 4, created: 4, updated: 0, unchanged: 0, suspect: [] }],
  );
  const again = await send(first);
  assert.deepEqual(again.body, { received: 4, created: 0, updated: 0, unchanged: 4, suspect: [] });
  const changed = await send([visits('janvier', 1250), visits('mobile', 500, { ...first[3] })]);
  assert.deepEqual(changed.body, { received: 2, created: 0, updated: 1, unchanged: 1, suspect: [] });
  const [janvier, ...others] = await held();
  assert.deepEqual(janvier, {
    id: 'janvier',
    subject: '11',
    indicator: 'visits',
    period: '2025-01',
    dimensions: {},
    status: 'declared',
    value: 1250,
    qualifier: 'exact',
    numerator: null,
    denominator: null,
    n: null,
    population: null,
    population_en: null,
    note: 'grève',
    note_en: null,
    reason: null,
    accepted_because: null,
    recorded_at: '2026-01-15T12:00:00.000Z',
  });
  assert.deepEqual(
    others.map((one) => [one.id, one.subject, one.status, one.value]),
    [
      ['mobile', '11', 'declared', 500],
      ['taux', '12', 'declared', 0.8],
      ['total', 'ministere', 'not_reported', null],
    ],
  );
  const [row] = await db.query<{ n: number }>('select count(*)::int as n from observations.observation');
  assert.equal(row?.n, 5);
  const now = (await listObservations(db, subjects.first, LATER)).find(({ value }) => value === 1250);
  assert.deepEqual(
    [now?.author, now?.source, now?.origin, now?.reference, typeof now?.supersedes],
    ['Service statistique', 'Source ministere', 'declared', 'janvier', 'number'],
  );
});

test('a dataset speaks of what its subject answers for, and of nothing else', async (t) => {
  const { send, held } = await usageSite(await testDatabase(t));
  const of = (subject: string) => visits(subject, 10, { subject });
  const refused = await send(['11', '99', 'impots', 'portal:impots', 'nobody', '__proto__'].map(of));
  assert.equal(refused.status, 400);
  assert.deepEqual(Object.keys(faultsOf(refused)), ['1.subject', '2.subject', '4.subject', '5.subject']);
  assert.match(faultsOf(refused)['2.subject'] ?? '', /portal:impots/);
  const names = ['11', 'portal:impots', 'organisation:impots', 'ministere'];
  assert.equal((await send(names.map(of))).status, 200);
  assert.deepEqual((await held()).map(({ subject }) => subject).sort(), names.sort());
});

test('every fault is told at once, by index and field, and nothing is kept', async (t) => {
  const { send, held } = await usageSite(await testDatabase(t));
  const refused = await send([
    visits('a', 10),
    visits('a', 10, { period: '2025-02' }),
    visits('b', 10),
    visits('c', 'ten'),
    visits('d', 1, { period: '2026' }),
    visits('e', 1, { indicator: 'nothing', qualifier: 'about', n: 1.5, note: ' ' }),
    visits('f', 1, { subject: 12, n: '12', dimensions: { device: 'watch', Ünknown: 'x' } }),
    { id: 'g', indicator: 'visits', period: '2025-01' },
    visits(' h', 1, { volume: 3, 'très grand': 4 }),
    'visits',
    { subject: '11' },
    visits('k', 1, { numerator: 1, accepted_because: '' }),
    visits('l', 3, { status: 'suspect', dimensions: [] }),
    visits('m\ud800', 3, { note: 'a\u0000' }),
    visits('n', 3, { status: 'not_reported', period: '2025-03' }),
  ]);
  assert.equal(refused.status, 400);
  assert.equal(codeOf(refused), 'InvalidInput');
  const faults = faultsOf(refused);
  assert.deepEqual(Object.keys(faults).sort(), [
    '1.id',
    '10.id',
    '10.indicator',
    '10.period',
    '10.value',
    '11.accepted_because',
    '11.numerator',
    '12.dimensions',
    '12.status',
    '13.id',
    '13.note',
    '14.value',
    '2',
    '3.value',
    '4.period',
    '5.indicator',
    '5.n',
    '5.note',
    '5.qualifier',
    '6.dimensions.device',
    '6.dimensions.Ünknown',
    '6.n',
    '6.subject',
    '7.value',
    '8',
    '8.id',
    '9',
  ]);
  assert.deepEqual(await held(), []);
});

test('a body that is no array, too long or no JSON is refused with one clear error', async (t) => {
  const { send, request, headers, held } = await usageSite(await testDatabase(t));
  const post = (body: string | Uint8Array<ArrayBuffer>, changes: Record<string, string> = {}) =>
    request('ministere', { method: 'POST', headers: { ...headers, ...changes }, body });
  const many = (count: number) => Array.from({ length: count }, (_, at) => visits(`${at}`, at));
  for (const [answer, status, says] of [
    [await send({ figures: [] }), 400, /not an array/],
    [await send(null), 400, /not an array/],
    [await send(many(1_001)), 400, /1001 figures; send at most 1000/],
    [await post('[{"id":'), 400, /not JSON/],
    [await post(''), 400, /not JSON/],
    [await post(new Uint8Array([0x5b, 0x22, 0xe9, 0x22, 0x5d])), 400, /UTF-8/],
    [await post('[]', { 'content-type': 'text/plain' }), 415, /application\/json/],
    [await post('[]', { 'content-type': 'application/jsonp' }), 415, /application\/json/],
    [await post(`[${' '.repeat(1024 * 1024)}]`), 413, /larger than 1048576 bytes/],
  ] as const) {
    assert.equal(answer.status, status);
    assert.equal(codeOf(answer), 'InvalidInput');
    assert.match((answer.body.error as { message: string }).message, says);
    assert.deepEqual(faultsOf(answer), {});
  }
  const empty = await post('\ufeff[]', { 'content-type': 'application/json; charset=utf-8' });
  assert.deepEqual(empty.body, { received: 0, created: 0, updated: 0, unchanged: 0, suspect: [] });
  assert.deepEqual(await held(), []);
});

test('an id stands for one place: it neither moves nor shares it', async (t) => {
  const { send, held } = await usageSite(await testDatabase(t));
  await send([visits('a', 10), visits('b', 20, { period: '2025-02' })]);
  const moved = await send([visits('a', 10, { period: '2025-03' }), visits('b', 21, { period: '2025-02' })]);
  assert.deepEqual([moved.status, codeOf(moved)], [409, 'Conflict']);
  assert.match(faultsOf(moved)['0.id'] ?? '', /"a" stands for visits 2025-01 of 11; .*not_reported/);
  const shared = await send([visits('other', 11)]);
  assert.equal(shared.status, 409);
  assert.match(faultsOf(shared)['0.id'] ?? '', /held under the id "a"/);
  const swapped = await send([visits('a', 20, { period: '2025-02' }), visits('b', 10)]);
  assert.equal(swapped.status, 409);
  assert.deepEqual(Object.keys(faultsOf(swapped)), ['0.id', '1.id']);
  const remedied = await send([
    visits('a', null, { status: 'not_reported' }),
    visits('c', 10, { period: '2025-03' }),
  ]);
  assert.equal(remedied.status, 200);
  assert.deepEqual(
    (await held()).map(({ id, period, value, status }) => [id, period, value, status]),
    [
      ['a', '2025-01', null, 'not_reported'],
      ['b', '2025-02', 20, 'declared'],
      ['c', '2025-03', 10, 'declared'],
    ],
  );
});

test('a doubtful figure is kept and told, and accepted with a reason', async (t) => {
  const { send, held } = await usageSite(await testDatabase(t));
  const rate = { id: 'taux', subject: '11', indicator: 'completion', period: '2025-01' };
  const sent = await send([visits('a', 5), { ...rate, numerator: 120, denominator: 100 }]);
  const suspect = [{ index: 1, id: 'taux', reason: 'part_over_whole' }];
  assert.deepEqual(sent.body, { received: 2, created: 2, updated: 0, unchanged: 0, suspect });
  const again = await send([{ ...rate, numerator: 120, denominator: 100 }]);
  assert.deepEqual(again.body.unchanged, 1);
  assert.deepEqual(again.body.suspect, [{ index: 0, id: 'taux', reason: 'part_over_whole' }]);
  const accepted = { ...rate, numerator: 120, denominator: 100, accepted_because: 'dossiers repris de 2024' };
  assert.deepEqual((await send([accepted])).body.suspect, []);
  const kept = (await held()).find(({ id }) => id === 'taux');
  assert.deepEqual(
    [kept?.status, kept?.value, kept?.accepted_because],
    ['declared', 1.2, 'dossiers repris de 2024'],
  );
});

test('what others said of the same figure is shown, and sending again says it anew', async (t) => {
  const db = await testDatabase(t);
  const { send, held } = await usageSite(db);
  const file = (value: number) => ({
    name: 'usages.csv',
    bytes: Buffer.from(`genre,identifiant,indicateur,periode,valeur\nDémarche,11,visits,2025-01,${value}\n`),
  });
  const signed = { author: 'import', clock: fixedClock('2026-01-15T13:00:00Z') };
  await db.transaction((tx) => importUsage(tx, file(30), signed));
  assert.equal((await send([visits('a', 30)])).body.created, 1);
  await db.transaction((tx) => importUsage(tx, file(40), signed));
  assert.equal((await held())[0]?.value, 40);
  assert.equal((await send([visits('a', 40)])).body.unchanged, 1);
  const shared = await send([visits('b', 41)]);
  assert.match(faultsOf(shared)['0.id'] ?? '', /held under the id "a"/);
});

test('what is held is read page by page', async (t) => {
  const { send, request, headers } = await usageSite(await testDatabase(t));
  const days = Array.from({ length: 1_400 }, (_, at) =>
    new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
  );
  const figures = days.map((day, at) => visits(day, at, { period: day }));
  assert.equal((await send(figures.slice(0, 1_000))).body.created, 1_000);
  assert.equal((await send(figures.slice(1_000))).body.created, 400);
  const first = await request('ministere', { headers });
  assert.equal(first.headers.get('cache-control'), 'no-store');
  assert.equal(first.body.next, '/api/v1/usage/ministere?after=2022-09-26');
  const second = await request('ministere', { headers, query: '?after=2022-09-26' });
  assert.equal(second.body.next, null);
  const ids = [first, second].flatMap(({ body }) => (body.figures as { id: string }[]).map(({ id }) => id));
  assert.deepEqual(ids, days);
  assert.deepEqual(first.body.subject, { kind: 'organisation', id: 'ministere', name: 'Ministère' });
});

test('sends of the same ids at once come one after the other: none fails, none counts twice', async (t) => {
  const db = await testDatabase(t);
  const { send, requestElsewhere, headers, held } = await usageSite(db);
  const figures = (value: number) =>
    Array.from({ length: 20 }, (_, at) => visits(`${at}`, value, { period: `${2000 + at}` }));
  const sendElsewhere = (body: unknown) =>
    requestElsewhere('ministere', { method: 'POST', headers, body: JSON.stringify(body) });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? send : sendElsewhere)(figures(at % 3))),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(8).fill(200),
  );
  const sum = (what: string) => answers.reduce((total, { body }) => total + Number(body[what]), 0);
  assert.equal(sum('created'), 20);
  assert.equal(sum('updated') + sum('unchanged'), 140);
  const [row] = await db.query<{ n: number }>('select count(*)::int as n from observations.observation');
  assert.equal(row?.n, 20 + sum('updated'));
  assert.equal(new Set((await held()).map(({ value }) => value)).size, 1);
});

test('two datasets that send of the same subjects at once never meet a defect', async (t) => {
  const db = await testDatabase(t);
  const { send, requestElsewhere, headers, subjects, logged } = await usageSite(db);
  const { secret } = await openDataset(db, 'demarche', subjects.first);
  const own = { ...headers, authorization: `Bearer ${secret}` };
  const figures = (value: number) =>
    Array.from({ length: 20 }, (_, at) => visits(`${at}`, value, { period: `${2000 + at}` }));
  const sendOwn = (body: unknown[]) =>
    requestElsewhere('demarche', { method: 'POST', headers: own, body: JSON.stringify(body) });
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all([send(figures(2 * round)), sendOwn(figures(2 * round + 1).reverse())]);
    for (const { status } of answers) assert.ok(status === 200 || status === 409, String(status));
  }
  assert.ok(!logged.some((line) => line.includes('"level":"error"')));
});
