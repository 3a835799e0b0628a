/** The page of probes of a procedure, the same as files, and its block. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordProcedures } from '../src/catalogue/index.ts';
import {
  addAnnotation,
  addIncidentNote,
  insertSamples,
  packSamples,
  recordPastIncident,
} from '../src/probes/index.ts';
import { PROCEDURE_PROBES_COLUMNS } from '../src/web/open-data/procedure-probes-rows.ts';
import { putIncident, setLatest, withdrawIncident } from './support/availability-store.sql.ts';
import { countDays, openCounter } from './support/journey-usage.ts';
import { readPage } from './support/page-words.ts';
import { openProbePages } from './support/probe-pages.ts';
import { sampleOf } from './support/probe-store.ts';

const NOW = '2026-01-15T12:00:00Z';
const DAY = '2026-01-14';
const PAGE = '/demarches/1-demarche-1/disponibilite';
const OVER = `${PAGE}?du=${DAY}&au=${DAY}`;

const { db, store, app } = await openProbePages({ procedures: 2, targets: 2 });

/** Two addresses of the first procedure over a day in Paris, from two points of measure, one of them for its first half. */
before(async () => {
  const [home = 0, signIn = 0] = store.targetIds;
  const [first = 0, second = 0] = store.vantageIds;
  const from = Date.parse('2026-01-13T23:00:00Z');
  const seen = (targetId: number, until: number, downFrom: number, downTo: number) =>
    Array.from({ length: until }, (_, minute) => {
      const isDown = minute >= downFrom && minute < downTo;
      const at = from + minute * 60_000 + 5_000;
      return sampleOf(targetId, at, isDown ? 'server_error' : 'up', minute % 10 === 0 ? 900 : 100);
    }).map((one) => (one.outcome === 'up' ? one : { ...one, firstByteMs: null, wholeMs: null }));
  await insertSamples(db, first, seen(home, 1_440, 0, 0));
  // Down for 45 minutes, at 10:00 in Paris; the other point of measure saw the first ten of them up.
  await insertSamples(db, first, seen(signIn, 1_440, 600, 645));
  await insertSamples(db, second, seen(signIn, 610, 0, 0));
  await packSamples(db, new Date(NOW));
  const incidentId = await recordPastIncident(db, {
    ...{ targetId: signIn, cause: 'server_error', vantageIds: [first] },
    startedAt: new Date(from + 610 * 60_000),
    confirmedAt: new Date(from + 612 * 60_000),
    endedAt: new Date(from + 645 * 60_000),
  });
  await addIncidentNote(db, { incidentId, author: 'Équipe', text: 'Un disque <plein>.' }, new Date(NOW));
  const [subjectId = 0] = store.subjectIds;
  const text = { fr: 'Ouverture de la campagne', en: 'The campaign opens' };
  await addAnnotation(db, { subjectId, day: DAY, text, author: 'test' }, new Date(NOW));
  await openCounter(db, subjectId);
  await countDays(db, subjectId, { from: DAY, days: 1 });
  await db.transaction((tx) =>
    recordProcedures(tx, [
      { publicId: '77', name: 'Seule', slug: 'seule', validFrom: '2020-01-01' } as never,
    ]),
  );
});

type Minutes = { up: number; down: number };
type Figures = { value: number | null; numerator: number; denominator: number; minutes: Minutes };
type Json = {
  monitored: boolean;
  state: string;
  targets: { role: string; availability: { whole: Figures } }[];
  availability: { whole: Figures & { unmonitored_minutes: number }; business: Figures; other: Figures };
  response: {
    whole: {
      n: number;
      mean_ms: number;
      p50_ms: number;
      apdex: { satisfied: number; tolerated: number; n: number };
    };
    vantages: { vantage: string; n: number; samples: Minutes }[];
  };
  hours: { hour: number; value: number | null; coverage: { denominator: number } }[];
  levels: {
    methodology: string;
    results: Record<string, { value: number; level: string; status: string }>;
  }[];
  surge: {
    counted: boolean;
    days: { day: string; visits: number | null; incidents: number }[];
    comparison: null;
  };
  incidents: { cause: string; withdrawn_at: string | null; notes: { text: string }[] }[];
};

async function readJson(address: string): Promise<Json> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.json()) as Json;
}

test('minutes, answers and samples are told to the unit', async () => {
  const json = await readJson(OVER.replace(PAGE, `${PAGE}.json`));
  const { whole, business, other } = json.availability;
  assert.deepEqual(
    [whole.numerator, whole.denominator, whole.minutes.down, whole.unmonitored_minutes],
    [1_405, 1_440, 35, 0],
  );
  // A Wednesday: 8 to 20 h.
  assert.deepEqual(
    [business.denominator, business.minutes.down, other.denominator, other.minutes.down],
    [720, 35, 720, 0],
  );
  assert.deepEqual(
    json.targets.map(({ role, availability }) => [role, availability.whole.minutes.down]),
    [
      ['home', 0],
      ['sign_in', 35],
    ],
  );
  const { response } = json;
  assert.equal(response.whole.n, 1_440 + 1_395 + 610);
  const slow = 144 + 139 + 61;
  assert.deepEqual(response.whole.apdex, {
    score: (response.whole.n - slow + slow / 2) / (response.whole.n + 45),
    ...{ satisfied: response.whole.n - slow, tolerated: slow, n: response.whole.n + 45 },
  });
  assert.equal(response.whole.mean_ms, (100 * (response.whole.n - slow) + 900 * slow) / response.whole.n);
  assert.ok(Math.abs(response.whole.p50_ms - 100) <= 1);
  assert.deepEqual(
    response.vantages.map(({ vantage, n, samples }) => [vantage, n, samples.up, samples.down]),
    [
      ['point-1', 2_835, 2_835, 45],
      ['point-2', 610, 610, 0],
    ],
  );
  assert.equal(json.hours[0]?.hour, 10);
});

test('each methodology judges the same figures, that of 2020 with its mark', async () => {
  const { levels } = await readJson(OVER.replace(PAGE, `${PAGE}.json`));
  assert.deepEqual(
    levels.map(({ methodology, results }) => [
      methodology,
      ...Object.entries(results).map(([id, { level, status }]) => `${id} ${status} ${level}`),
    ]),
    [
      ['vigie-1', 'availability measured poor', 'response_time measured good'],
      ['vde-2025', 'availability measured poor', 'response_time measured good'],
      ['observatoire-2020', 'availability_speed measured medium'],
    ],
  );
  // 97.57 % gives 0, under 200 ms gives 4.
  assert.equal(levels[2]?.results.availability_speed?.value, 4);
});

test('a period that was hardly seen has no level', async () => {
  const { availability, hours, levels } = await readJson(`${PAGE}.json?du=2025-12-01&au=2026-01-14`);
  assert.equal(availability.whole.denominator, 1_440);
  // An hour of each of two addresses on fourteen days; of one at least on the 31 before they were followed.
  assert.equal(hours[0]?.coverage.denominator, 60 * (2 * 14 + 31));
  assert.deepEqual(
    levels.flatMap(({ results }) => Object.values(results).map(({ level, status }) => `${status} ${level}`)),
    Array(5).fill('not_reported none'),
  );
});

test('the page says it in words, in both languages, with its outage and what happened', async () => {
  const page = await readPage(app, OVER);
  assert.match(page, /97,56 %/);
  assert.match(page, /1 405 minutes sur 1 440 observées/);
  assert.match(page, /Le serveur a répondu par une erreur interne\./);
  assert.match(page, /Équipe, le 15 janvier 2026 à 13:00 : Un disque &lt;plein&gt;\./);
  assert.match(page, /14 janvier 2026 : Ouverture de la campagne/);
  assert.match(page, /il faut 20 jours au moins .* il y en a 1\./);
  assert.match(page, /Aucune adresse n’est suivie pour : Début du formulaire et Dernière page/);
  assert.match(page, /Sans mesure récente/);
  const english = await readPage(app, `/en${OVER}`);
  assert.match(english, /97\.56%/);
  assert.match(english, /14 January 2026: The campaign opens/);
  assert.match(english, /The server answered/i);
});

test('as a table, a line a day, with the visits of that day; nothing known is nothing written', async () => {
  const text = await (await app.request(`${PAGE}.csv?du=2026-01-13&au=2026-01-14`)).text();
  const [header = '', before = '', day = ''] = text.split(/\r?\n/);
  assert.equal(header, PROCEDURE_PROBES_COLUMNS.join(','));
  assert.equal(before, `1,2026-01-13,none${','.repeat(19)}0,`);
  const cells = day.split(',');
  const cellOf = (name: (typeof PROCEDURE_PROBES_COLUMNS)[number]) =>
    cells[PROCEDURE_PROBES_COLUMNS.indexOf(name)];
  assert.deepEqual(
    [
      cellOf('etat'),
      cellOf('numerateur'),
      cellOf('minutes_panne'),
      cellOf('reponses'),
      cellOf('mesures_apdex'),
    ],
    ['short', '1405', '35', '3445', '3490'],
  );
  assert.deepEqual(
    [cellOf('visites'), cellOf('pannes'), cellOf('evenements')],
    ['100', '1', 'Ouverture de la campagne'],
  );
});

test('what was never followed says so, and addresses that are not right are refused', async () => {
  const alone = '/demarches/77-seule';
  assert.match(await readPage(app, `${alone}/disponibilite`), /n’est pas suivie/);
  assert.doesNotMatch(await readPage(app, alone), /Disponibilité sur trois mois/);
  const json = await readJson(`${alone}/disponibilite.json`);
  assert.equal(json.monitored, false);
  assert.equal((await (await app.request(`${alone}/disponibilite.csv`)).text()).trim().split('\n').length, 1);
  assert.equal((await app.request('/demarches/999-x/disponibilite')).status, 404);
  const moved = await app.request('/demarches/1-autre/disponibilite?du=2026-01-01');
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, `${PAGE}?du=2026-01-01`]);
  for (const [query, field] of [
    ['du=hier', 'du'],
    ['au=2026-01-16', 'au'],
    ['du=2026-01-10&au=2026-01-09', 'du'],
  ] as const) {
    const answer = await app.request(`${PAGE}.json?${query}`);
    assert.equal(answer.status, 400, query);
    const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
    assert.deepEqual(
      error.fields.map(({ path }) => path),
      [field],
    );
  }
});

test('an outage that was withdrawn is told and counted nowhere', async () => {
  const [, , , targetId = 0] = store.targetIds;
  const startedAt = new Date(`${DAY}T08:00:00Z`);
  const id = await putIncident(db, {
    targetId,
    startedAt,
    endedAt: null,
    cause: 'timed_out',
    vantageIds: [],
  });
  await withdrawIncident(db, id, new Date(`${DAY}T09:00:00Z`));
  const address = '/demarches/2-demarche-2/disponibilite';
  const period = `?du=${DAY}&au=${DAY}`;
  const page = await readPage(app, `${address}${period}`);
  assert.match(page, /Aucune panne confirmée/);
  assert.match(page, /Démentie le 14 janvier 2026 à 10:00/);
  assert.match(await readPage(app, `/en${address}${period}`), /Withdrawn on 14 January 2026/);
  const json = await readJson(`${address}.json${period}`);
  assert.deepEqual([json.incidents.length, json.incidents[0]?.withdrawn_at], [1, `${DAY}T09:00:00.000Z`]);
  assert.deepEqual(
    json.surge.days.map(({ incidents }) => incidents),
    [0],
  );
});

test('the page of the procedure tells the state of the moment: nothing of it is kept', async () => {
  const address = '/demarches/2-demarche-2';
  assert.match(await readPage(app, address), /En ce moment : Sans mesure/);
  assert.match(await readPage(app, address), /Voir la disponibilité minute par minute/);
  const at = new Date(Date.parse(NOW) - 30_000);
  for (const targetId of store.targetIds.slice(2)) {
    await setLatest(db, { targetId, vantageId: store.vantageIds[0] ?? 0, at, outcome: 'slow', since: at });
  }
  assert.match(await readPage(app, address), /En ce moment : Perturbée depuis le 15 janvier 2026 à 12:59/);
  const page = await readPage(app, `${address}/disponibilite`);
  assert.match(page, /Vu ainsi de 1 point de mesure sur 2\./);
  assert.match(page, /la bonne réponse est venue, mais tard/);
});
