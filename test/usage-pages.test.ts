/** The pages of usage, and the same as files. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordOrganisations, recordOthers, recordProcedures } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { INDICATORS } from '../src/observations/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { USAGE_COLUMNS } from '../src/web/open-data/usage-rows.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { USAGE_IDS } from '../src/web/usage-indicators.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { countDays, openCounter, recordTold, told } from './support/journey-usage.ts';
import { readPage } from './support/page-words.ts';

let app: App;
let db: Database;
before(async () => {
  db = await testDatabase();
  await stateProcedures();
  app = createApp(appOptions(db, [publicSite, openData]));
});

const PROCEDURES = 9;

/** Nine procedures of an organisation, seven of which tell their volumes, and a portal. */
async function stateProcedures(): Promise<void> {
  const ids = await db.transaction(async (tx) => {
    const [organisationId = 0] = await recordOrganisations(tx, [
      { name: 'Office <inventé>', level: 'agency', slug: 'office', validFrom: '2020-01-01' },
    ]);
    return recordProcedures(
      tx,
      Array.from({ length: PROCEDURES }, (_, at) => ({
        publicId: String(at + 1),
        name: `Démarche ${at + 1}`,
        organisationId,
        validFrom: '2020-01-01',
      })),
    );
  });
  const [portal = 0] = await db.transaction((tx) =>
    recordOthers(tx, [{ kind: 'portal', slug: 'portail', name: 'Portail', validFrom: '2016-01-01' }]),
  );
  const tellers = ids.slice(0, 7);
  await recordTold(db, [
    ...tellers.flatMap((id, at) => [
      told(id, 'volume_online', '2024', 1000 * (at + 1)),
      told(id, 'digital_share', '2024', 0.5, {
        numerator: 1000 * (at + 1),
        denominator: 2000 * (at + 1),
      }),
    ]),
    ...tellers.slice(0, 6).map((id, at) => told(id, 'volume_online', '2025', 1100 * (at + 1))),
    told(tellers[6] ?? 0, 'volume_online', '2025-07-01/2025-12-31', 5),
    told(portal, 'visits', '2017-01', 1_000_000),
    told(portal, 'visits', '2017-02', 1_200_000),
    told(portal, 'distinct_users', '2017-01', 40),
    told(portal, 'distinct_users', '2017-02', 50),
    told(portal, 'accounts', '2016', 20_000_000, { qualifier: 'more_than' }),
    told(portal, 'accounts', '2017', 25_000_000),
    told(portal, 'share', '2016', 0.62, { dimensions: { answer: 'oui' } }),
    told(portal, 'share', '2017', 0.67, { dimensions: { answer: 'oui' } }),
    told(portal, 'visit_share', '2017', 0.4, { dimensions: { device: 'mobile' } }),
  ]);
  const [first = 0, second = 0] = ids;
  await openCounter(db, first);
  await countDays(db, first, { from: '2025-12-01', days: 30 });
  await openCounter(db, second);
  await countDays(db, second, { from: '2025-12-01', days: 1 }, { 'whole all': 10, 'device mobile': 10 });
}

type Cells = Readonly<Record<string, string>>;

test('an answer of a survey has no change here, an approximate one says so, an unlike period has none', async () => {
  const page = await readPage(app, '/usages?annee=2017');
  assert.match(page, /environ \+5 millions \(\+25 %\) par rapport à 2016 : plus de 20 millions/);
  assert.match(page, /Part des réponses Réponse : oui 67 %(?! \+)/);
  assert.doesNotMatch(page, /5 points de plus/);
});

test('months add up to a year with how many of twelve they are, people never do', async () => {
  const page = await readPage(app, '/usages?annee=2017');
  assert.match(page, /Visites 2,2 millions de visites Valeur exacte : 2 200 000 .*Somme de 2 mois sur 12/);
  assert.match(page, /Usagers différents 50 usagers février 2017 1 autre valeur dans l’année/);
  assert.match(
    await readPage(app, '/usages/distinct_users'),
    /des services Non une même personne utilise plusieurs services/,
  );
});

test('procedures are told together with k of N, and compared over the same ones alone', async () => {
  const page = await readPage(app, '/usages?annee=2025');
  assert.match(page, /Démarches réalisées en ligne 23 100 démarches/);
  assert.match(page, /À démarches égales \(6\) : 21 000, puis 23 100/);
  assert.match(page, /2024 : 28 000, sur 7 démarches de 9/);
  assert.match(page, /Démarches dans ce total 6 sur 9/);
  assert.match(page, /1 autre chiffre n’y entre pas/);
  const before = await readPage(app, '/usages?annee=2024');
  assert.match(before, /Recours au numérique 50,0 % 28 000 sur 56 000/);
  const one = await readPage(app, '/usages/volume_online');
  assert.match(one, /le total ne porte pas sur les mêmes démarches/);
  assert.match(one, /Démarches qui l’ont donné 7 sur 9/);
});

test('what Vigie counted is told as measured, and visitors of several procedures are never added', async () => {
  const page = await readPage(app, '/usages?annee=2025');
  assert.match(page, /Compté par Vigie .*Démarches qui comptent leurs visites 2 sur 9/);
  assert.match(page, /Visites 3 010 visites 2 démarches sur 9 Mesuré/);
  assert.match(
    page,
    /Visiteurs-jours pas de total Pas de total : une même personne utilise plusieurs services/,
  );
  assert.match(page, /Taux d’achèvement 75,0 % 900 sur 1 200 1 démarches? sur 9/);
});

test('a procedure tells its visits, devices, steps and time, and what is declared of it', async () => {
  const page = await readPage(app, '/demarches/1-demarche-1/usages');
  assert.match(page, /Visites 3 000 9 000 pages vues, sur 30 jours comptés/);
  assert.match(page, /Visiteurs-jours 2 700 Les visiteurs de chaque jour, additionnés/);
  assert.match(page, /Sur 1 200 démarrages, 900 démarches terminées : 75,0 %/);
  assert.match(page, /ordinateur 60,0 % 1 800 téléphone 40,0 % 1 200/);
  assert.match(
    page,
    /Démarrage 1 200 100 % – identite 1 080 90,0 % 120 \(10,0 %\) Envoi 870 72,5 % 210 \(19,4 %\)/,
  );
  assert.match(page, /moins de 8 min 55 s/);
  assert.match(page, /Démarches réalisées en ligne 1 100 démarches 2025/);
  assert.match(
    await readPage(app, '/demarches/2-demarche-2/usages'),
    /Achèvement Inconnu Aucun démarrage compté/,
  );
  assert.match(await readPage(app, '/demarches/9-demarche-9/usages'), /ne sont pas comptées/);
  assert.match(await readPage(app, '/demarches/1-demarche-1/usages?au=2024-12-31'), /Rien n’a été compté/);
  await readPage(app, '/en/demarches/1-demarche-1/usages');
});

test('the part done online is what was counted of what is declared, over the same days and only those', async (t) => {
  const own = await testDatabase(t);
  const names = ['Comptée', 'Douteuse', 'Vide', 'Non comptée'];
  const ids = await own.transaction((tx) =>
    recordProcedures(
      tx,
      names.map((name, at) => ({ publicId: String(at + 1), name, validFrom: '2020-01-01' })),
    ),
  );
  const totals = [1000, 100, 0, 1000];
  await recordTold(
    own,
    ids.map((id, at) => told(id, 'volume_total', '2025-12', totals[at] ?? 0)),
  );
  for (const id of ids.slice(0, 3)) {
    await openCounter(own, id);
    await countDays(own, id, { from: '2025-12-01', days: 10 });
  }
  const site = createApp(appOptions(own, [publicSite, openData]));
  const page = await readPage(site, '/demarches/1-comptee/usages');
  assert.match(
    page,
    /Part en ligne 29,0 % .*290 sur 1 000 décembre 2025 .*rapporté au volume déclaré.* Mesuré/,
  );
  const shareOf = async (address: string) => {
    const body = (await (await site.request(`/demarches/${address}/usages.json`)).json()) as {
      online_share: unknown;
    };
    return body.online_share;
  };
  const [first, doubtful] = [await shareOf('1-comptee'), await shareOf('2-douteuse')];
  assert.partialDeepStrictEqual(first, {
    status: 'measured',
    value: 0.29,
    numerator: 290,
    denominator: 1000,
  });
  // More online than in all: one of the two is wrong, and that is said.
  assert.partialDeepStrictEqual(doubtful, { status: 'suspect', value: 2.9, reason: 'part_over_whole' });
  assert.deepEqual([await shareOf('3-vide'), await shareOf('4-non-comptee')], [null, null]);
});

test('the pages of a procedure and of its organisation lead there, with k of N', async () => {
  const procedure = await readPage(app, '/demarches/1-demarche-1');
  assert.match(procedure, /Usage Démarches réalisées en ligne 1 100 déclaré, 2025/);
  assert.match(procedure, /Voir tous les chiffres d’usage/);
  assert.doesNotMatch(await readPage(app, '/demarches/9-demarche-9'), /Voir tous les chiffres d’usage/);
  const office = await readPage(app, '/administrations/office');
  assert.match(
    office,
    /Usage de ses démarches Démarches réalisées en ligne 23 100 démarches 2025 Démarches dans ce total 6 sur 9/,
  );
  assert.match(office, /Recours au numérique 50,0 % 28 000 sur 56 000 2024 Démarches dans ce total 7 sur 9/);
});

test('who is late is told, since when, and how many procedures never told', async () => {
  const page = await readPage(app, '/usages/couverture');
  assert.match(page, /Portail Comptes 1er janv\. 2016 31 déc\. 2017 2 .*?En retard depuis le 25 juin 2019/);
  assert.match(page, /Office <inventé>|Office &lt;inventé&gt;/);
  assert.match(page, /Démarches réalisées en ligne 7 sur 9 31 déc\. 2025 À jour/);
  const { subjects } = (await (await app.request('/usages/couverture.json')).json()) as {
    subjects: { indicator: string; late_since: string }[];
  };
  assert.equal(subjects.find(({ indicator }) => indicator === 'accounts')?.late_since, '2019-06-25');
});

test('an indicator that nobody told says how to supply it; one of quality leads to its criterion', async () => {
  const page = await readPage(app, '/usages/delay_kept');
  assert.match(page, /Personne n’a encore donné ce chiffre Pour le fournir .*vigie import usage/);
  const quality = await app.request('/en/usages/satisfaction');
  assert.deepEqual([quality.status, quality.headers.get('location')], [302, '/en/criteres/satisfaction']);
  assert.equal((await app.request('/usages/rien')).status, 404);
  assert.equal((await app.request('/usages/rien.csv')).status, 404);
});

test('a parameter that has no such value is refused by its name', async () => {
  const refused: Readonly<Record<string, string>> = {
    '/usages?annee=1999': 'annee',
    '/usages?annee=2017&comparer=2017': 'comparer',
    '/usages?indicateur=satisfaction': 'indicateur',
    '/demarches/1-demarche-1/usages?au=demain': 'au',
    '/demarches/1-demarche-1/usages?au=2026-01-15': 'au',
  };
  for (const [address, path] of Object.entries(refused)) {
    const answer = await app.request(address, { headers: { accept: 'application/json' } });
    assert.equal(answer.status, 400, address);
    const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
    assert.deepEqual(
      error.fields.map((field) => field.path),
      [path],
    );
  }
});

test('as CSV a line is a figure, a total has its k of N, and what is counted its parts', async () => {
  const lines = async (address: string) => {
    const { header, rows } = readCsv(Buffer.from(await (await app.request(address)).arrayBuffer()));
    assert.deepEqual(header, [...USAGE_COLUMNS], address);
    return rows.map(({ cells }) => cells as Cells);
  };
  const year = await lines('/usages.csv?annee=2025');
  const total = year.find(
    ({ type_sujet, indicateur }) => type_sujet === 'procedures' && indicateur === 'volume_online',
  );
  assert.deepEqual(
    [total?.valeur, total?.connus, total?.attendus, total?.valeur_comparee],
    ['23100', '6', '9', '28000'],
  );
  const counted = await lines('/demarches/1-demarche-1/usages.csv');
  const value = (indicator: string, dimensions = '') =>
    counted.find(
      (one) => one.indicateur === indicator && one.dimensions === dimensions && one.statut === 'measured',
    )?.valeur;
  assert.deepEqual(
    [
      value('visits'),
      value('visits', 'device=mobile'),
      value('completed'),
      value('completion'),
      value('visitor_days'),
    ],
    ['3000', '1200', '900', '0.75', '2700'],
  );
});

test('an empty store says that there is nothing, and how to supply it', async () => {
  const empty = createApp(appOptions(await testDatabase(), [publicSite, openData]));
  assert.match(await readPage(empty, '/usages'), /Aucun chiffre d’usage/);
  assert.match(await readPage(empty, '/usages/couverture'), /Aucun chiffre d’usage/);
  assert.equal((await empty.request('/usages.csv')).status, 200);
});

/** Indicators of which editions judge the figures. */
const OF_QUALITY =
  'online satisfaction clarity ease accessibility once_only autonomy help_reachable help_effective authentication availability response_time display_speed mobile help availability_speed load_time apdex';

test('every indicator is of usage or of quality', () => {
  const others = INDICATORS.map(({ id }) => id).filter((id) => !USAGE_IDS.includes(id));
  assert.deepEqual(others, OF_QUALITY.split(' '));
});
