/** What a first start shows: the same on every machine, verified, and holding each state that the site can show. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, type TestContext, test } from 'node:test';
import { listOrganisations, listProcedures, PROCEDURE_KINDS } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import { findDemonstration } from '../src/core/demonstration.sql.ts';
import { STATUSES } from '../src/core/figure.ts';
import { CRITERIA, findCriterion, getMethodology, LEVELS, REASONS } from '../src/criteria/index.ts';
import { DEMONSTRATION_EDITIONS } from '../src/demonstration/index.ts';
import {
  CHANGE_KINDS,
  createEditionReader,
  findComparison,
  listDivergences,
  listEditions,
  listNotes,
  listTrajectories,
  type PublishedEdition,
  verifyStored,
} from '../src/editions/index.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { DEMONSTRATION_FILES, editionHashes, GOLDEN_HASHES, load } from './support/demonstration.ts';
import { sharedData } from './support/shared-data.ts';

/** Reasons of figures of usage, which the demonstration has none of. */
const OF_USAGE = ['sudden_change', 'part_over_whole'];

let db: TestDatabase;
let editions: PublishedEdition[];

before(async () => {
  db = await testDatabase();
  assert.equal(await load(db), true);
  const reader = createEditionReader(db);
  editions = await Promise.all(
    DEMONSTRATION_EDITIONS.map(async ({ slug }) => {
      const found = await reader.find(slug);
      return found?.published ?? assert.fail(slug);
    }),
  );
});

test('its editions are, byte for byte, those of every machine', async () => {
  const expected = JSON.parse(readFileSync(GOLDEN_HASHES, 'utf8')) as unknown;
  assert.deepEqual(await editionHashes(db), expected, 'run `node test/golden/write-demonstration.ts`');
});

test('a store that holds it is not loaded again', async () => {
  assert.equal(await load(db), false);
  assert.equal((await listEditions(db)).length, DEMONSTRATION_EDITIONS.length);
  assert.deepEqual(await findDemonstration(db), { loadedAt: new Date('2026-11-01T00:00:00Z'), kept: false });
});

test('verification finds nothing in any of its revisions', async () => {
  const verified = await verifyStored(db, null);
  assert.equal(verified.length, 5);
  assert.deepEqual(
    verified.flatMap(({ findings }) => findings),
    [],
  );
});

test('four quarters, each published a fortnight after its cut-off and named as a demonstration', () => {
  assert.deepEqual(
    editions.map(({ edition, procedures }) => [
      edition.slug,
      edition.label,
      edition.cutoff_on,
      edition.published_at.slice(0, 10),
      edition.revision,
      procedures.length,
    ]),
    [
      ['demo-2025-t4', 'Démo T4 2025', '2025-12-31', '2026-01-15', 1, 60],
      ['demo-2026-t1', 'Démo T1 2026', '2026-03-31', '2026-04-15', 2, 60],
      ['demo-2026-t2', 'Démo T2 2026', '2026-06-30', '2026-07-15', 1, 60],
      ['demo-2026-t3', 'Démo T3 2026', '2026-09-30', '2026-10-15', 1, 60],
    ],
  );
});

test('every status, level, reason and online status that an edition can have is in the last one', () => {
  const results = (editions.at(-1)?.procedures ?? []).flatMap((one) => Object.values(one.results));
  assert.deepEqual(
    missing(
      STATUSES,
      results.map(({ status }) => status),
    ),
    [],
  );
  assert.deepEqual(
    missing(
      LEVELS,
      results.map(({ level }) => level),
    ),
    [],
  );
  assert.deepEqual(
    missing(
      Object.keys(REASONS).filter((code) => !OF_USAGE.includes(code)),
      results.map(({ reason }) => reason),
    ),
    [],
  );
  const online = (editions.at(-1)?.procedures ?? []).map(({ results: { online } }) => online?.value);
  assert.deepEqual(
    missing(['Oui', 'Partiel', 'Non', 'En cours de déploiement local', 'Démarche proactive', 'Bêta'], online),
    [],
  );
  assert.ok(results.some(({ borderline }) => borderline));
  assert.ok(results.some(({ borderline }) => borderline === false));
  assert.ok(results.some(({ stale }) => stale));
  assert.ok(editions.some((one) => listDivergences(one).length > 0));
});

test('every level that the legend of a criterion has is the level of a procedure', () => {
  const procedures = editions.flatMap((one) => one.procedures);
  for (const id of CRITERIA) {
    const legend = findCriterion(getMethodology('vigie-1'), id)?.legend ?? [];
    const levels = procedures.map(({ results }) => results[id]?.level);
    assert.deepEqual(
      missing(
        legend.map(({ level }) => level),
        levels,
      ),
      [],
      id,
    );
  }
});

test('every kind of change occurs, better and worse, and most changes are not significant', async () => {
  const reader = createEditionReader(db);
  for (const [at, { slug }] of DEMONSTRATION_EDITIONS.slice(1).entries()) {
    const before = DEMONSTRATION_EDITIONS[at]?.slug ?? '';
    const pair = await findComparison(db, reader, before, slug);
    const changes = pair?.comparison.changes ?? [];
    assert.deepEqual(
      missing(
        CHANGE_KINDS,
        changes.map(({ kind }) => kind),
      ),
      [],
      slug,
    );
    const tested = changes.filter(({ test }) => test !== null);
    const significant = tested.filter(({ better }) => better !== null);
    assert.deepEqual([...new Set(significant.map(({ better }) => better))].sort(), [false, true], slug);
    assert.ok(significant.length < tested.length / 5, `${significant.length} of ${tested.length} in ${slug}`);
  }
});

test('procedures enter and leave, one is renamed, one moves, an organisation is renamed', async () => {
  const pair = await findComparison(db, createEditionReader(db), 'demo-2025-t4', 'demo-2026-t3');
  const { entered, left, renamed, moved, organisations_renamed } = pair?.comparison ?? assert.fail();
  assert.ok(entered.some(({ id }) => id === 'demo37'));
  assert.equal(left.length, 1);
  assert.ok(renamed.some(({ procedure: { id } }) => id === 'demo33'));
  assert.ok(moved.some(({ procedure: { id } }) => id === 'demo61'));
  assert.deepEqual(organisations_renamed, [{ before: 'BURVE', after: 'OMOBI' }]);
});

test('a figure was corrected with its author and reason, and a note is signed in both languages', async () => {
  const { correction } = editions[1]?.edition ?? assert.fail();
  assert.equal(correction?.differences.length, 1);
  assert.match(`${correction?.author} ${correction?.reason}`, /Mirevale .*maintenance/);
  assert.deepEqual(
    (await listNotes(db, 'demo-2026-t3')).map(({ lang }) => lang),
    ['fr', 'en'],
  );
});

test('of its targets one is reached, one is past its day, one is to come and one has no day', async () => {
  const last = editions.at(-1) ?? assert.fail();
  const told = (await listTrajectories(db, createEditionReader(db), last)).map(({ reached, days_left }) => ({
    reached,
    when: days_left === null ? 'no day' : days_left < 0 ? 'past' : 'to come',
  }));
  assert.deepEqual(
    missing(
      ['true', 'false'],
      told.map(({ reached }) => String(reached)),
    ),
    [],
  );
  assert.deepEqual(
    missing(
      ['past', 'to come', 'no day'],
      told.map(({ when }) => when),
    ),
    [],
  );
});

test('the catalogue has every kind of procedure, chains of steps, contacts, a planned opening and online only', async () => {
  const procedures = await listProcedures(db);
  assert.deepEqual(
    missing(
      Object.keys(PROCEDURE_KINDS),
      procedures.map(({ kind }) => kind),
    ),
    [],
  );
  const byId = new Map(procedures.map((one) => [one.publicId, one]));
  const chain = ['demo1', 'demo2', 'demo3'].map((id) => byId.get(id));
  assert.deepEqual(
    chain.map((one) => [one?.kind, one?.nextSteps]),
    [
      ['simulator', ['demo2']],
      ['online_procedure', ['demo3']],
      ['automatic_entitlement', []],
    ],
  );
  assert.ok(procedures.some(({ onlineOnlySince }) => onlineOnlySince !== null));
  assert.deepEqual(
    procedures.filter(({ plannedOpeningOn }) => plannedOpeningOn !== null).map(({ publicId }) => publicId),
    ['demo31'],
  );
  assert.ok(procedures.some(({ otherChannels }) => otherChannels.length > 1));
  assert.ok(procedures.some(({ contactPhone, contactUrl }) => contactPhone === null && contactUrl === null));
  assert.equal((await listOrganisations(db)).flatMap(({ children }) => children).length, 7);
});

test('its addresses lead nowhere: all are under .example', () => {
  const text = DEMONSTRATION_FILES.catalogue.toString();
  const hosts = [...text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+)/g)].map(([, host]) => host ?? '');
  assert.ok(hosts.length > 100);
  assert.deepEqual(
    hosts.filter((host) => !host.endsWith('.example')),
    [],
  );
});

test('none of its names is that of a real procedure, organisation or ministry', (t) => {
  const invented = readCsv(DEMONSTRATION_FILES.catalogue).rows.flatMap(({ cells }) => [
    cells.nom,
    cells.sigle,
  ]);
  const published = namesIn(t, 'edition-2025-10.csv', [
    'Nom Démarche',
    'Périmètre ministériel (AC/SG)',
    'Ministère politique',
    'Réf Administration',
  ]);
  const quarterly = namesIn(t, 'quarterly-2023-2025.csv', [
    'nom',
    'perimetre',
    'ministere',
    'administration',
  ]);
  if (published === null || quarterly === null) return;
  const real = new Set([...published, ...quarterly].map(comparable));
  assert.ok(real.size > 200);
  assert.deepEqual(
    invented.filter((name) => name && real.has(comparable(name))),
    [],
  );
});

function namesIn(t: TestContext, name: string, columns: readonly string[]): string[] | null {
  const bytes = sharedData(t, name);
  if (bytes === null) return null;
  const { header, rows } = readCsv(bytes);
  assert.deepEqual(missing(columns, header), []);
  return rows.flatMap(({ cells }) => columns.flatMap((column) => cells[column] ?? []));
}

function comparable(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
}

/** Those of `expected` that are not among `found`. */
function missing<Value>(expected: readonly Value[], found: readonly unknown[]): Value[] {
  const known = new Set(found);
  return [...new Set(expected)].filter((one) => !known.has(one));
}
