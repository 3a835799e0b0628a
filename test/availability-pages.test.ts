/** The national page of availability, its files, its feed, and the page of the robot. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordOrganisations, recordProcedures } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { AVAILABILITY_COLUMNS } from '../src/web/open-data/availability-rows.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { putIncident } from './support/availability-store.sql.ts';
import { fillSituations, receiveReviews, type Situations } from './support/availability-store.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { readPage } from './support/page-words.ts';

const NOW = new Date('2026-01-15T12:00:00Z');
const MINUTE_MS = 60_000;
const PROCEDURES = 12;

let db: Database;
let subjectIds: readonly number[];
let made: Situations;

before(async () => {
  db = await testDatabase();
  subjectIds = await stateProcedures(db);
  made = await fillSituations(db, subjectIds, NOW);
  const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
  await receiveReviews(db, subjectIds[1] ?? 0, [ago(5), ago(17), ago(60)]);
  await receiveReviews(db, subjectIds[2] ?? 0, [ago(30 * 1_440), ago(2 * 1_440)]);
});

async function stateProcedures(store: Database): Promise<number[]> {
  return store.transaction(async (tx) => {
    const [organisationId = 0] = await recordOrganisations(tx, [
      { name: 'Office <inventé>', level: 'agency', slug: 'office', validFrom: '2020-01-01' },
    ]);
    return recordProcedures(
      tx,
      Array.from({ length: PROCEDURES }, (_, at) => ({
        publicId: String(at + 1),
        name: `Démarche ${at + 1}`,
        ...(at < 4 && { organisationId }),
        validFrom: '2020-01-01',
      })),
    );
  });
}

/** An application that has kept nothing yet. */
const openApp = (store = db): App => createApp(appOptions(store, [publicSite, openData]));

type Json = {
  procedures: { catalogue: number; monitored: number; states: Record<string, number> };
  incidents: {
    id: number;
    ended_at: string | null;
    reviews: number | null;
    vantages: string[];
    procedures: { id: string }[];
  }[];
  own_outages: { from: string; to: string }[];
  monitored: {
    id: string;
    state: string;
    availability: {
      status: string;
      value: number | null;
      level: string;
      reviews: number | null;
      numerator: number;
      denominator: number;
    };
    days: [day: string, state: string, ...minutes: number[]][];
  }[];
};

async function readJson(address = '/disponibilite.json'): Promise<Json> {
  const answer = await openApp().request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.json()) as Json;
}

test('the page says how many of the monitored procedures are in each state, and how many are not monitored', async () => {
  const page = await readPage(openApp(), '/disponibilite');
  assert.match(page, /Disponible 1 1 sur 8 suivies/);
  assert.match(page, /Perturbée 1 1 sur 8 suivies/);
  assert.match(page, /En panne 2 2 sur 8 suivies/);
  assert.match(page, /Robot refusé 1 1 sur 8 suivies/);
  assert.match(page, /Indéterminée 1 1 sur 8 suivies/);
  assert.match(page, /En maintenance 1 1 sur 8 suivies/);
  assert.match(page, /Sans mesure 1 1 sur 8 suivies/);
  assert.match(page, /Démarches suivies 8 sur 12/);
  assert.match(page, /4 démarches du catalogue ne sont pas suivies : on ne sait pas si elles répondent/);
  const { procedures } = await readJson();
  assert.deepEqual(procedures, {
    catalogue: 12,
    monitored: 8,
    states: { up: 1, degraded: 1, down: 2, blocked: 1, unknown: 1, maintenance: 1, unseen: 1 },
  });
});

test('an outage says what it touches, since when, what is seen, from where, what is said of it, and the reviews that came', async () => {
  const page = await readPage(openApp(), '/disponibilite');
  assert.match(
    page,
    /Pannes en cours Démarche 2 ?, Démarche 3 Depuis le 15 janvier 2026 à 12:13 \(47 min\) Ce que voit le robot Le serveur a répondu par une erreur interne\. Confirmation Vue de 2 points de mesure : Paris et Lyon ; confirmée le 15 janvier 2026 à 12:14\. Avis d’usagers 2 avis d’usagers reçus pendant ce temps\./,
  );
  assert.match(page, /Équipe technique, le 15 janvier 2026 à 12:40 : Un disque est plein : nous le vidons\./);
  assert.match(page, /Du 12 janvier 2026 à 11:00 au 12 janvier 2026 à 13:00 \(2 h\).*périmé/);
  const english = await readPage(openApp(), '/en/disponibilite');
  assert.match(english, /Seen from 2 points of measure: Paris and Lyon ?; confirmed on 15 January 2026/);
});

test('reviews of a procedure without an open button are not known, and not none', async () => {
  const { incidents } = await readJson();
  const ended = incidents.find(({ id }) => id === made.ended);
  assert.equal(ended?.reviews, 0, 'a button was open, and nobody used it');
  const targetId = made.targetIds[0] ?? 0;
  const startedAt = new Date(NOW.getTime() - 5 * MINUTE_MS);
  const id = await putIncident(db, {
    targetId,
    startedAt,
    endedAt: NOW,
    cause: 'reset',
    vantageIds: made.vantageIds,
  });
  const told = (await readJson()).incidents.find((one) => one.id === id);
  assert.equal(told?.reviews, null);
});

test('a procedure is told its own reviews of an outage that it shares', async () => {
  const app = openApp();
  const reviewsOf = async (publicId: number) => {
    const answer = await app.request(`/demarches/${publicId}-demarche-${publicId}/disponibilite.json`);
    const { incidents } = (await answer.json()) as Pick<Json, 'incidents'>;
    return incidents.find(({ id }) => id === made.open)?.reviews;
  };
  assert.deepEqual([await reviewsOf(2), await reviewsOf(3)], [2, 0]);
});

test('an availability that reviews contradict is doubted, one of which too little was seen is not judged', async () => {
  const { monitored } = await readJson();
  const of = (id: string) => monitored.find((one) => one.id === id)?.availability;
  assert.partialDeepStrictEqual(of('3'), {
    status: 'suspect',
    value: 0,
    level: 'none',
    reviews: 2,
    numerator: 0,
  });
  assert.partialDeepStrictEqual(of('1'), { status: 'measured', value: 1, level: 'good', reviews: null });
  assert.partialDeepStrictEqual(of('4'), {
    status: 'not_reported',
    value: null,
    level: 'none',
    numerator: 600,
    denominator: 600,
  });
  assert.partialDeepStrictEqual(of('7'), { status: 'measured', value: 1 });
  const page = await readPage(openApp(), '/disponibilite?q=d%C3%A9marche+3');
  assert.match(
    page,
    /Valeur douteuse .*Moins de la moitié du temps disponible, et pourtant 2 avis d’usagers reçus/,
  );
});

test('minutes down are counted to the unit, and coverage with them', async () => {
  const { monitored } = await readJson();
  const down = monitored.find(({ id }) => id === '2');
  // 120 on one day, 7 on three others, 47 today.
  assert.equal((down?.availability.denominator ?? 0) - (down?.availability.numerator ?? 0), 120 + 21 + 47);
  assert.equal(down?.days.length, 90);
  assert.equal(down?.days.filter(([, state]) => state === 'short').length, 4);
  assert.equal(down?.days.filter(([, state]) => state === 'long').length, 1);
  const page = await readPage(openApp(), '/disponibilite?q=d%C3%A9marche+2');
  assert.match(
    page,
    /85 jours sans panne, 4 jours avec moins d’une heure de panne et 1 jour avec une heure de panne ou plus/,
  );
  assert.match(page, /12 janv\. 2026 en panne une heure ou plus 120 100 %/);
});

test('what nobody watched is said, to the minute, and points of measure that are not heard', async () => {
  const { own_outages } = await readJson();
  assert.deepEqual(own_outages, [{ from: '2026-01-13T02:00:00.000Z', to: '2026-01-13T12:00:00.000Z' }]);
  const page = await readPage(openApp(), '/disponibilite');
  assert.match(page, /1 interruption sur ces 90 jours, 10 h en tout\./);
  assert.match(page, /Paris .*Au travail .*Lyon Muet il ne donne plus signe depuis plus de trois minutes/);
});

test('maintenances are told while they last and before, the same stop of several addresses once', async () => {
  const page = await readPage(openApp(), '/disponibilite');
  assert.match(page, /En cours, jusqu’au 15 janvier 2026 à 14:00 Mise à jour du serveur Démarche 5/);
  assert.match(
    page,
    /Du 17 janvier 2026 à 13:00 au 17 janvier 2026 à 14:00 Nouvelle version Démarche 1 ?, Démarche 2 ?, Démarche 3/,
  );
});

test('the list narrows by state, organisation and words, files too; what does not exist is named', async () => {
  const ids = async (query: string) =>
    (await readJson(`/disponibilite.json?${query}`)).monitored.map(({ id }) => id);
  assert.deepEqual(await ids('etat=down'), ['2', '3']);
  assert.deepEqual(await ids('administration=office'), ['1', '2', '3', '4']);
  assert.deepEqual(await ids('administration=office&etat=blocked'), ['4']);
  assert.deepEqual(await ids('q=office'), ['1', '2', '3', '4']);
  assert.deepEqual(await ids('etat=up&q=zzz'), []);
  assert.match(await readPage(openApp(), '/disponibilite?q=zzz'), /Aucune démarche suivie ne correspond/);
  for (const [query, path] of [
    ['etat=casse', 'etat'],
    ['administration=rien', 'administration'],
    ['page=0', 'page'],
  ]) {
    const answer = await openApp().request(`/disponibilite.json?${query}`);
    assert.equal(answer.status, 400);
    const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
    assert.deepEqual(
      error.fields.map((field) => field.path),
      [path],
    );
  }
});

test('the table has a line a procedure that is monitored, absent values left blank', async () => {
  const answer = await openApp().request('/disponibilite.csv');
  const { header, rows: records } = readCsv(new Uint8Array(await answer.arrayBuffer()));
  const rows = records.map(({ cells }) => cells);
  assert.deepEqual(header, [...AVAILABILITY_COLUMNS]);
  assert.equal(rows.length, 8);
  const refused = rows.find(({ id }) => id === '4');
  assert.equal(refused?.etat, 'blocked');
  assert.equal(refused?.valeur, '');
  assert.equal(refused?.minutes_panne, '0');
  assert.equal(refused?.avis, '');
  assert.equal(rows.find(({ id }) => id === '3')?.avis, '2');
});

test('states are made anew at least every ten seconds, and once for all who ask meanwhile', async () => {
  let now = NOW;
  const app = createApp({ ...appOptions(db, [publicSite, openData]), clock: { now: () => now } });
  const read = async () => {
    const answer = await app.request('/disponibilite.json');
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
    return (await answer.json()) as Json & { as_of: string };
  };
  const first = await read();
  now = new Date(NOW.getTime() + 9_000);
  assert.equal((await read()).as_of, first.as_of);
  now = new Date(NOW.getTime() + 10_000);
  const later = await read();
  assert.equal(later.as_of, now.toISOString());
  now = new Date(NOW.getTime() + 10 * MINUTE_MS);
  assert.equal(
    (await read()).procedures.states.unseen,
    7,
    'all but the one in maintenance are not seen any more',
  );
});

test('the page of the robot names it as it names itself', async () => {
  const page = await readPage(openApp(), '/sonde');
  assert.match(page, /User-Agent: Vigie\/\d+\.\d+\.\d+ \(\+http:\/\/vigie\.test\/sonde\)/);
  assert.match(page, /Il regarde de plusieurs points de mesure : Paris Lyon/);
  assert.match(await readPage(openApp(), '/en/sonde'), /Retry-After/);
});
