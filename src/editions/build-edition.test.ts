import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import {
  BUILT,
  build,
  importRows,
  publishBuilt,
  READERS,
  readEdition,
} from '../../test/support/edition-store.ts';
import { fact } from '../../test/support/fact.ts';
import { recordOrganisations, recordProcedures, subjectIdsByPublicId } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Fact } from '../core/figure.ts';
import { observe, recordObservations } from '../observations/index.ts';
import type { FactReader } from './gather-facts.ts';
import { freezeEdition } from './publish-edition.ts';

const clock = fixedClock('2025-12-31T10:00:00Z');

async function record(
  db: Database,
  publicId: string,
  indicator: string,
  given: Partial<Fact>,
): Promise<void> {
  const subject = (await subjectIdsByPublicId(db)).get(publicId);
  assert.ok(subject);
  await recordObservations(db, [observe(subject, indicator, fact(given))], { author: 'test', clock });
}

const resultOf = async (db: Database, criterion: string, given: Parameters<typeof build>[1] = {}) => {
  const { draft } = await build(db, given);
  return Object.entries(draft.procedures[0]?.results ?? {}).find(([id]) => id === criterion)?.[1];
};

const isRefused = (code: string, path?: string) => (error: unknown) =>
  error instanceof VigieError &&
  error.code === code &&
  (path === undefined || error.fields.some((field) => field.path === path));

test('the most used procedures are chosen by their volume, and those without one are counted', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [
    { 'Volumétrie Totale': '10' },
    { 'Volumétrie Totale': '500' },
    { 'Volumétrie Totale': '' },
    { 'Volumétrie Totale': '500' },
    { 'Volumétrie Totale': '90' },
  ]);
  const { draft } = await build(db, { selection: { rule: 'top', count: 3 } });
  assert.deepEqual(
    draft.procedures.map(({ id, volume_total }) => [id, volume_total]),
    [
      ['2', 500],
      ['4', 500],
      ['5', 90],
    ],
  );
  assert.deepEqual(draft.edition.selection, {
    rule: 'top',
    count: 3,
    measure: 'volume_total',
    candidates: 4,
    without_volume: 1,
  });
});

test('a list gives its order and a reason for each, and may name a procedure by the id that others gave it', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}, {}]);
  const file = (text: string) => ({
    rule: 'list' as const,
    file: { name: 'liste.csv', bytes: Buffer.from(text) },
  });
  const { draft } = await build(db, {
    selection: file('id,motif\n3,Événement de vie\n1,"Priorité, 2026"\n'),
  });
  assert.deepEqual(
    draft.procedures.map(({ id, selection_reason }) => [id, selection_reason]),
    [
      ['3', 'Événement de vie'],
      ['1', 'Priorité, 2026'],
    ],
  );
  await assert.rejects(
    build(db, { selection: file('id,motif\n9,x\n3,\n1,a\n') }),
    (error) => error instanceof VigieError && /motif/.test(error.fields[0]?.path ?? ''),
  );
  await assert.rejects(build(db, { selection: file('id,motif\n9,x\n3,y\n3,z\n') }), (error) => {
    assert.ok(error instanceof VigieError);
    assert.deepEqual(
      error.fields.map(({ path }) => path),
      ['line 2, column id', 'line 4, column id'],
    );
    return true;
  });
  await assert.rejects(build(db, { selection: file('id\n3\n') }), isRefused('InvalidInput', 'motif'));
});

test('without any known volume, the most used cannot be told', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Volumétrie Totale': '' }]);
  await assert.rejects(build(db), isRefused('InvalidInput', 'selection'));
});

test('a figure of the window is taken, an older one is told outdated, and one that nobody gave says so', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Taux Dispo': '0.99', 'Note Satisfaction': '8.4' }]);
  assert.partialDeepStrictEqual(await resultOf(db, 'satisfaction'), { value: 8.4, as_of: '2025-09-30' });
  assert.partialDeepStrictEqual(await resultOf(db, 'availability'), {
    status: 'not_reported',
    value: null,
    reason: 'outdated',
    as_of: '2025-09-30',
  });
  assert.partialDeepStrictEqual(await resultOf(db, 'mobile', { methodology: 'vigie-1' }), {
    status: 'not_reported',
    reason: 'no_figure',
  });
});

test('what is recorded of a later day does not enter an edition that stops before', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.4' }]);
  await record(db, '1', 'satisfaction', { value: 3, periodStart: '2025-01-01', periodEnd: '2026-01-05' });
  assert.partialDeepStrictEqual(await resultOf(db, 'satisfaction'), { value: 8.4 });
});

test('counts by grade give the mark and its interval, and a window that stops early says so', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  const counts = { '0': 50, '5': 100, '10': 850 };
  await record(db, '1', 'satisfaction', { counts, periodStart: '2025-01-01', periodEnd: '2025-11-30' });
  const result = await resultOf(db, 'satisfaction');
  assert.partialDeepStrictEqual(result, { value: 9, n: 1000, level: 'good', reason: 'stale_window', counts });
  assert.equal(result?.interval?.[0].toFixed(4), '8.8417');
});

test('under the method of 2020 a mark becomes a share, and the points of availability are computed', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.1', 'Taux Dispo': '0.9995', 'Tps Moy Chargement': '250' }]);
  const given = { methodology: 'observatoire-2020', cutoffOn: '2025-09-30' } as const;
  assert.partialDeepStrictEqual(await resultOf(db, 'satisfaction', given), {
    value: 0.81,
    source_precision: 0.01,
    level: 'good',
    unit: 'share',
  });
  assert.partialDeepStrictEqual(await resultOf(db, 'availability_speed', given), { value: 9, level: 'good' });
});

test('where two features speak, a correction is believed first, then the first one that has a figure', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Note Satisfaction': '8.4', 'Note Clarté Langage': 'À venir' }]);
  const says =
    (given: Partial<Fact>): FactReader =>
    async (_db, criteria, subjects) =>
      new Map(
        subjects.map((id) => [
          id,
          Object.fromEntries(
            criteria
              .filter((one) => one === 'satisfaction' || one === 'clarity')
              .map((one) => [one, fact(given)]),
          ),
        ]),
      );
  const valuesWith = async (other: FactReader) => {
    const { results } = (await build(db, {}, [...READERS, other])).draft.procedures[0] ?? assert.fail();
    return [results.satisfaction?.value, results.clarity?.value];
  };
  assert.deepEqual(await valuesWith(says({ value: 5 })), [8.4, 5]);
  assert.deepEqual(await valuesWith(says({ value: 5, origin: 'overridden' })), [5, 5]);
});

test('a declaration that was read without its rate leaves a declared rate, and stands alone where there is none', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Taux Audit RGAA': '0.72' }, { 'Taux Audit RGAA': 'À venir' }]);
  const read: Partial<Fact> = {
    ...{ status: 'declared', value: null, reason: 'declaration_without_rate', origin: 'automatic' },
    ...{ periodStart: '2025-03-01', periodEnd: '2025-03-01' },
  };
  const checks: FactReader = async (_db, criteria, subjects) =>
    new Map(
      criteria.includes('accessibility') ? subjects.map((id) => [id, { accessibility: fact(read) }]) : [],
    );
  const { draft } = await build(db, {}, [checks, ...READERS]);
  const told = draft.procedures.map(({ results: { accessibility } }) => [
    ...[accessibility?.value, accessibility?.level, accessibility?.reason],
  ]);
  assert.deepEqual(told, [
    [0.72, 'medium', null],
    [null, 'poor', 'declaration_without_rate'],
  ]);
});

test('a value that is that of the edition before to the last digit is flagged, and the edition before is named', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [
    { 'Niveau Autonomie': '0.687272', 'Note Satisfaction': '8.1', 'Aide Joignable': '0.9123' },
  ]);
  const renewed = [
    ['help_reachable', 0.9124],
    ['clarity', 7.2],
    ['autonomy', 0.687272],
  ] as const;
  for (const [indicator, value] of renewed) {
    await record(db, '1', indicator, { value, periodStart: '2025-01-01', periodEnd: '2025-12-31' });
  }
  const { draft } = await build(db);
  const { autonomy, satisfaction, clarity, help_reachable, online } = draft.procedures[0]?.results ?? {};
  assert.deepEqual(
    [autonomy?.stale, satisfaction?.stale, clarity?.stale, help_reachable?.stale, online?.stale],
    [true, true, false, false, null],
    'the same digits; the very measure of before; a round mark that recurs; another value; a word',
  );
  assert.deepEqual([draft.edition.previous?.slug, draft.edition.previous?.revision], ['2025-10', 1]);
});

test('a draft is replaced by another, and never a frozen or published edition', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}]);
  assert.equal((await build(db)).replaced, false);
  const again = await build(db, { selection: { rule: 'top', count: 1 }, label: 'Autre' });
  assert.deepEqual([again.replaced, again.draft.procedures.length], [true, 1]);
  await freezeEdition(db, BUILT, clock);
  await assert.rejects(build(db), isRefused('Conflict'));
  await assert.rejects(build(db, { slug: '2025-10' }), isRefused('Conflict'));
});

test('an edition of the future, without name or by no known method is refused', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}]);
  await assert.rejects(build(db, { cutoffOn: '2031-01-01' }), isRefused('InvalidInput', 'cutoff'));
  await assert.rejects(build(db, { label: ' ' }), isRefused('InvalidInput', 'label'));
  await assert.rejects(build(db, { methodology: 'inconnue' }), isRefused('NotFound'));
});

test('the names of an edition are those of its cut-off', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{ 'Nom Démarche': 'Carte de pêche', 'Ministère politique': 'Ministère de la Mer' }]);
  const published = await publishBuilt(db);
  assert.partialDeepStrictEqual(published.procedures[0], {
    id: '1',
    name: 'Carte de pêche',
    slug: 'carte-de-peche',
    ministry: 'Ministère de la Mer',
    organisation: 'DGM',
    audiences: ['Particulier', 'Entreprise'],
    url: 'https://peche.example.org/licence',
    volume_online: 1500,
    volume_total: 2000,
  });
  assert.deepEqual(await readEdition(db, BUILT), published);
});

test('two organisations of one acronym are two: they go by their whole names', async (t) => {
  const db = await testDatabase(t);
  await importRows(db, [{}, {}, {}]);
  await db.transaction(async (tx) => {
    const named = ['Direction des routes', 'Direction de la recherche'].map((name) => ({
      slug: name.toLowerCase().replaceAll(' ', '-'),
      name,
      acronym: 'DR',
      level: 'direction' as const,
      validFrom: '2025-10-01',
    }));
    const [roads, research] = await recordOrganisations(tx, named);
    await recordProcedures(tx, [
      { publicId: '1', organisationId: roads, validFrom: '2025-10-01' },
      { publicId: '2', organisationId: research, validFrom: '2025-10-01' },
    ]);
  });
  const { draft } = await build(db);
  assert.deepEqual(
    draft.aggregates?.organisations.map(({ name, procedures }) => [name, procedures]),
    [
      ['Direction des routes', 1],
      ['Direction de la recherche', 1],
      ['DGM', 1],
    ],
  );
});
