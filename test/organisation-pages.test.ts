/** What the pages and files of organisations say, on a made-up store with a renamed organisation and one that left. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { findOrganisationBySlug, recordOrganisations, recordProcedures } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import {
  type Aggregate,
  createEditionReader,
  importEdition,
  listMembers,
  listSeries,
  withDescendants,
} from '../src/editions/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { publishedFile } from './support/published-file.ts';

const LAND = 'Ministère de la Terre';
type Row = NonNullable<Parameters<typeof publishedFile>[0][number]>;

/** Eight procedures of the sea by DGM, three of the land by DGT, one by an organisation that leaves. */
function rowsOf(at: 'earlier' | 'later'): Row[] {
  const row = (id: number, given: Row): Row => ({
    'ID Démarche': String(id),
    'Nom Démarche': `Démarche ${id}`,
    'Volumétrie Totale': String(1000 * id),
    ...given,
  });
  const sea = Array.from({ length: 8 }, (_, index) =>
    row(index + 1, {
      'Note Satisfaction': index < 6 ? '8.5' : '4',
      'Taux Audit RGAA': index < 2 ? '1' : '0.6',
    }),
  );
  const land = [9, 10, 11].map((id) =>
    row(id, {
      'Ministère politique': LAND,
      'Périmètre ministériel (AC/SG)': 'Terre',
      'Réf Administration': 'DGT',
      'Note Satisfaction': 'À venir',
      ...(id === 9 && at === 'earlier' ? { 'Statut En ligne': 'Non' } : {}),
    }),
  );
  const leaving = row(12, {
    'Ministère politique': LAND,
    'Périmètre ministériel (AC/SG)': 'Terre',
    'Réf Administration': 'OFFICE',
  });
  return at === 'earlier' ? [...sea, ...land, leaving] : [...sea, ...land];
}

let db: Database;
let app: App;
before(async () => {
  db = await testDatabase();
  for (const [slug, label, cutoffOn, at] of [
    ['2025-06', 'Juin 2025', '2025-06-30', 'earlier'],
    ['2025-10', 'Octobre 2025', '2025-09-30', 'later'],
  ] as const) {
    const publishedAt = new Date(`${cutoffOn}T12:00:00Z`);
    const file = { bytes: publishedFile(rowsOf(at)), name: `${slug}.csv` };
    const given = { file, slug, label, methodology: 'vde-2025', cutoffOn, publishedAt, author: 'test' };
    await importEdition(db, given, fixedClock(publishedAt.toISOString()));
  }
  const dgm = await findOrganisationBySlug(db, 'dgm');
  const sea = await findOrganisationBySlug(db, 'ministere-de-la-mer');
  await db.transaction(async (tx) => {
    await recordOrganisations(tx, [
      {
        subjectId: dgm?.current.subjectId,
        slug: 'direction-de-l-ocean',
        name: 'Direction de l’océan',
        acronym: 'DO',
        validFrom: '2025-10-01',
      },
      {
        slug: 'agence-vide',
        name: 'Agence sans démarche',
        level: 'agency',
        parentId: sea?.current.subjectId ?? null,
        validFrom: '2025-01-01',
      },
    ]);
    const [young = null] = await recordOrganisations(tx, [
      { slug: 'jeune-agence', name: 'Jeune agence', level: 'agency', validFrom: '2025-01-01' },
    ]);
    await recordProcedures(tx, [
      {
        publicId: '900',
        name: 'Démarche nouvelle',
        kind: 'simulator',
        organisationId: young,
        validFrom: '2025-10-01',
      },
    ]);
  });
  app = createApp(appOptions(db, [publicSite, openData]));
});

/** The words of a page, with plain spaces. */
async function read(address: string, status = 200): Promise<string> {
  const answer = await app.request(address, { headers: { accept: 'text/html' } });
  assert.equal(answer.status, status, address);
  const text = await answer.text();
  assert.deepEqual(await htmlErrors(text), [], address);
  const markup = text.replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '');
  const words = markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return words.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

type Told = {
  organisation: { slug: string; names: { name: string }[] };
  aggregate: Aggregate | null;
  whole: Aggregate | null;
  series: { slug: string; cutoff_on: string; aggregate: Aggregate }[];
  freshness: { criterion: string; known: number; procedures: number; editions_since: number }[];
  organisations: { slug: string; aggregate: Aggregate | null; procedures: number }[];
  changes: { newly_online: object[]; left: object[] } | null;
};
const readJson = async (address: string) => (await (await app.request(address)).json()) as Told;
const readLines = async (address: string) =>
  readCsv(Buffer.from(await (await app.request(address)).arrayBuffer())).rows.map(({ cells }) => cells);

test('the list says the tree of organisations, each with its procedures and shares over how many', async () => {
  const text = await read('/administrations');
  assert.match(text, /9 administrations/);
  assert.match(text, /Ensemble des démarches 13 11 100 % 11 sur 11 75,0 % 6 sur 8 18,1 % 2 sur 11/);
  assert.match(text, /Ministère de la Mer Ministère 8 8 100 % 8 sur 8 75,0 % 6 sur 8 25,0 % 2 sur 8/);
  assert.match(text, /OFFICE 1 0 – – – 30 juin 2025/);
  assert.match(text, /Agence sans démarche Opérateur 0 0 – – – Aucun chiffre/);
  assert.match(text, /l’ordre n’est pas un classement/);
  assert.match(await read('/en/administrations'), /All procedures 13 11 100% 11 of 11/);
});

test('a list is searched by acronym or name without accents, and an order that does not exist is refused', async () => {
  assert.match(await read('/administrations?q=do'), /1 administration sur 9 .* Direction de l’océan/);
  assert.match(await read('/administrations?q=ocean&tri=-satisfaction'), /Direction de l’océan/);
  assert.match(await read('/en/administrations?q=zzz'), /No organisation matches/);
  assert.match(await read('/administrations?type=ministere'), /2 administrations sur 9/);
  assert.match(await read('/administrations?tri=taille', 400), /tri/);
});

test('a ministry is told beside all procedures, in words, and says how many procedures are behind', async () => {
  const text = await read('/administrations/ministere-de-la-mer');
  assert.match(text, /8 démarches au catalogue 8 des 11 démarches de l’édition Octobre 2025/);
  assert.match(
    text,
    /Satisfaction, objectif atteint 75,0 % 6 sur 8 démarches Ensemble des démarches : 75,0 %/,
  );
  assert.match(text, /6,8 points au-dessus de l’ensemble une seule démarche compte pour 12,5 points/);
  assert.match(text, /Égal à l’ensemble/);
  assert.match(text, /Sont comptées les démarches dont elle répond/);
  assert.doesNotMatch(text, /significati/);
  const english = await read('/en/administrations/ministere-de-la-mer');
  assert.match(english, /6\.8 points above all procedures a single procedure counts for 12\.5 points/);
});

test('an organisation of few procedures has its counts, and no gap', async () => {
  const text = await read('/administrations/dgt');
  assert.match(text, /En ligne, en nombre 3 sur 3 sous 5 démarches, pas de pourcentage/);
  assert.match(text, /Sous 5 démarches, aucun écart avec l’ensemble n’est donné/);
  assert.match(text, /Sans niveau pour aucune de ses démarches : .*Satisfaction/);
  assert.doesNotMatch(text, /points (au-dessus|en dessous)/);
});

test('freshness says since when a criterion is silent, and coverage how many procedures have a figure', async () => {
  const { freshness } = await readJson('/administrations/ministere-de-la-terre.json');
  const satisfaction = freshness.find(({ criterion }) => criterion === 'satisfaction');
  assert.deepEqual([satisfaction?.known, satisfaction?.procedures, satisfaction?.editions_since], [0, 3, 1]);
  const text = await read('/administrations/ministere-de-la-terre');
  assert.match(text, /Sans nouvelle donnée depuis l’édition Juin 2025 : rien dans l’édition suivante/);
  assert.match(text, /Satisfaction des usagers 0 sur 3 30 juin 2025/);
});

test('what changed since the edition before is that of the comparison, of its procedures only', async () => {
  const text = await read('/administrations/dgt');
  assert.match(text, /Entre l’édition Juin 2025 et l’édition Octobre 2025/);
  assert.match(text, /Nouvellement en ligne \(1\) Démarche 9/);
  const sea = await readJson('/administrations/ministere-de-la-mer.json');
  assert.deepEqual([sea.changes?.newly_online.length, sea.changes?.left.length], [0, 0]);
  const land = await readJson('/administrations/ministere-de-la-terre.json');
  assert.deepEqual([land.changes?.newly_online.length, land.changes?.left.length], [1, 1]);
});

test('a former slug leads to the present one, and a renamed organisation keeps its history', async () => {
  for (const [prefix, format] of [
    ['', ''],
    ['/en', ''],
    ['', '.json'],
    ['', '.csv'],
  ]) {
    const answer = await app.request(`${prefix}/administrations/dgm${format}`);
    assert.equal(answer.status, 301);
    assert.equal(answer.headers.get('location'), `${prefix}/administrations/direction-de-l-ocean${format}`);
  }
  const text = await read('/administrations/direction-de-l-ocean');
  assert.match(text, /Ses démarches figurent dans 2 éditions depuis Juin 2025/);
  assert.match(text, /Noms et rattachements .* 1er octobre 2025 Direction de l’océan DO .* DGM/);
  const { organisation, series } = await readJson('/administrations/direction-de-l-ocean.json');
  const names = organisation.names.map(({ name }) => name);
  assert.deepEqual(names, ['Direction de l’océan', 'DGM']);
  const counts = series.map(({ aggregate }) => aggregate.procedures);
  assert.deepEqual(counts, [8, 8]);
});

test('an organisation that left, one without figures and one without procedures say so', async () => {
  const left = await read('/administrations/office');
  assert.match(left, /Aucune démarche dans l’édition Octobre 2025/);
  assert.match(left, /Les chiffres ci-dessous sont ceux de l’édition Juin 2025, arrêtée au 30 juin 2025/);
  assert.match(left, /Il n’y a pas d’édition précédente à laquelle comparer/);
  const young = await read('/administrations/jeune-agence');
  assert.match(young, /1 démarche au catalogue, et aucune dans une édition publiée/);
  assert.match(young, /Au catalogue : 1 démarche Démarche nouvelle/);
  const empty = await read('/administrations/agence-vide');
  assert.match(empty, /Ni le catalogue ni aucune édition ne lui attribue de démarche/);
  assert.match(await read('/en/administrations/agence-vide'), /Neither the catalogue nor any edition/);
  await read('/administrations/inconnue', 404);
});

test('a comparison sets the same figures side by side, after the whole, and never ranks', async () => {
  const query = '?administration=ministere-de-la-mer&administration=ministere-de-la-terre';
  const text = await read(`/administrations/comparaison${query}`);
  assert.match(text, /Démarches dans l’édition 11 8 3/);
  assert.match(text, /Satisfaction des usagers : objectif atteint 75,0 % 6 sur 8 75,0 % 6 sur 8 Inconnu/);
  assert.match(text, /Ce n’est pas un classement/);
  assert.match(await read(`/en/administrations/comparaison${query}`), /This is not a ranking/);
  const gone = await read('/administrations/comparaison?administration=dgm&administration=office');
  assert.match(gone, /Aucune démarche dans cette édition/);
  const { organisations } = await readJson(`/administrations/comparaison.json${query}`);
  const slugs = organisations.map(({ slug }) => slug);
  assert.deepEqual(slugs, ['ministere-de-la-mer', 'ministere-de-la-terre']);
});

test('a comparison of one, of a repeated, of an unknown organisation is refused by the name of its field', async () => {
  assert.match(
    await read('/administrations/comparaison'),
    /Choisissez deux administrations différentes au moins/,
  );
  const alone = await read('/administrations/comparaison?administration=dgt', 400);
  assert.match(alone, /administration Choisissez deux administrations différentes au moins, six au plus/);
  for (const query of [
    'administration=dgt',
    'administration=dgt&administration=dgt',
    'administration=dgt&administration=rien',
    ['dgt', 'office', 'terre', 'mer', 'agence-vide', 'jeune-agence', 'dgm']
      .map((slug) => `administration=${slug}`)
      .join('&'),
  ]) {
    for (const address of ['/administrations/comparaison', '/en/administrations/comparaison']) {
      assert.match(await read(`${address}?${query}`, 400), /administration/);
    }
    const answer = await app.request(`/administrations/comparaison.json?${query}`);
    assert.equal(answer.status, 400);
    const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
    assert.equal(error.fields.map(({ path }) => path).join(), 'administration');
  }
  const whole = await readLines('/administrations/comparaison.csv');
  assert.ok(whole.length > 0 && whole.every(({ groupe }) => groupe === 'ensemble'));
});

test('ministries add up to the whole in the files, and a line is a criterion of an organisation', async () => {
  const lines = await readLines('/administrations.csv');
  const of = (slug: string) =>
    lines.find((cells) => cells.slug === slug && cells.critere === 'satisfaction') ?? assert.fail(slug);
  const whole = lines.find(({ groupe, critere }) => groupe === 'ensemble' && critere === 'satisfaction');
  for (const column of ['demarches', 'atteint_denominateur', 'atteint_numerateur', 'renseignees'] as const) {
    const parts = ['ministere-de-la-mer', 'ministere-de-la-terre'].map((slug) => Number(of(slug)[column]));
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      Number(whole?.[column]),
      column,
    );
  }
  const own = lines.filter(({ slug }) => slug === 'ministere-de-la-mer');
  const file = await readLines('/administrations/ministere-de-la-mer.csv');
  assert.partialDeepStrictEqual(file.slice(0, own.length), own);
  assert.ok(file.slice(own.length).every(({ critere }) => critere === ''));
});

test('the series of an organisation is that of its members in every edition', async () => {
  const found = (await findOrganisationBySlug(db, 'ministere-de-la-mer')) ?? assert.fail();
  const ids = withDescendants({ ...found.current, children: found.children });
  const members = await listMembers(db, ids);
  const expected = await listSeries(db, createEditionReader(db), { members });
  const { series } = await readJson('/administrations/ministere-de-la-mer.json');
  assert.deepEqual(
    series,
    JSON.parse(JSON.stringify(expected.map(({ cutoffOn, ...point }) => ({ ...point, cutoff_on: cutoffOn })))),
  );
});
