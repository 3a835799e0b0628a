/** What the page of a procedure says, on a store made for it. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { App } from '../src/core/http/context.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import {
  ABSENT,
  HOSTILE,
  publishProcedureStore,
  REQUEST,
  SETTLEMENT,
  SIMULATOR,
  SISTER,
} from './support/procedure-store.ts';

let app: App;
before(async () => {
  const db = await testDatabase();
  await publishProcedureStore(db);
  app = createApp(appOptions(db, [publicSite, openData]));
});

/** The markup of the page of a procedure, by its public id. */
async function open(id: string, prefix = ''): Promise<string> {
  const moved = await app.request(`${prefix}/demarches/${id}`, { headers: { accept: 'text/html' } });
  const answer = await app.request(moved.headers.get('location') ?? '', { headers: { accept: 'text/html' } });
  assert.equal(answer.status, 200);
  return answer.text();
}

/** The part of a page under the heading of this id; empty when it has none. Tables are sections too, by a label of their own. */
function part(markup: string, id: string): string {
  const parts = markup.replace(/<\/main>.*/s, '').split('<section aria-labelledby="');
  return parts.find((one) => one.startsWith(`${id}"`))?.replace(/^[^>]*>/, '') ?? '';
}

/** Its words, with plain spaces. */
function read(markup: string): string {
  const text = markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
  return text
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll(' .', '.')
    .trim();
}

test('the head says in plain words whether the procedure is online, satisfies and works, and by whom', async () => {
  const head = read(
    (await open(REQUEST)).replace(/.*<main/s, '<main').replace(/<nav class="link-line".*/s, ''),
  );
  assert.match(
    head,
    /DGM Ministère de la Mer Demander la prime de mer Se fait en ligne, de bout en bout\. Satisfaction : 8,3 \/ 10 \(nombre d’avis inconnu\)\. Disponible 99,95 % du temps\. D’après l’édition Décembre 2025/,
  );
  assert.match(head, /Entrer dans la vie active Uniquement en ligne depuis le 1er janvier 2024/);
  const english = read(await open(REQUEST, '/en'));
  assert.match(
    english,
    /Done online, from start to finish\. Satisfaction: 8\.3 \/ 10 \(number of reviews unknown\)\. Available 99\.95% of the time\./,
  );
});

test('the head says nothing of what is not known', async () => {
  assert.match(
    read(await open(ABSENT)),
    /Démarche absente Rien n’est encore connu de la qualité de cette démarche\. Adresse non publiée/,
  );
  const settlement = read(await open(SETTLEMENT));
  assert.match(settlement, /Rien à demander : l’administration s’en charge d’elle-même\. D’après/);
});

test('steps stand in their order with this one marked, from whichever of them one comes', async () => {
  for (const id of [SIMULATOR, REQUEST, SETTLEMENT]) {
    const steps = part(await open(id), 'steps');
    const order = [...steps.matchAll(/<li( aria-current="step")?>.*?<(?:a|strong)[^>]*>([^<]*)/gs)];
    assert.deepEqual(
      order.map(([, , name]) => name),
      ['Simuler la prime de mer', 'Demander la prime de mer', 'Verser la prime de mer'],
    );
    assert.deepEqual(
      order.map(([, mark]) => mark !== undefined),
      [SIMULATOR, REQUEST, SETTLEMENT].map((step) => step === id),
    );
  }
});

test('procedures that lead to one another stand once each, and unknown ids nowhere', async () => {
  const steps = part(await open(SISTER), 'steps');
  assert.equal(steps.match(/<li/g)?.length, 2);
  assert.doesNotMatch(part(await open(SIMULATOR), 'steps'), /999/);
});

test('a tie that one of two states is told on both, beside the others of the organisation', async () => {
  assert.match(
    read(part(await open(REQUEST), 'related')),
    /Déclarer une prise Démarche en ligne Toutes les démarches de la même administration \(DGM\)/,
  );
  const sister = part(await open(SISTER), 'related');
  assert.match(sister, /Demander la prime de mer/);
  assert.match(sister, /href="\/demarches\?administration=dgm"/);
});

test('who cannot do it online learns whom to ask and how else to do it', async () => {
  const help = part(await open(REQUEST), 'help');
  assert.match(help, /<a href="tel:\+33123456789">\+33\u00a0\(0\)1\u00a023\u00a045\u00a067\u00a089<\/a>/);
  assert.match(help, /<a href="mailto:aide@mer\.example\.org">/);
  assert.match(help, /<a href="https:\/\/mer\.example\.org\/aide" rel="external noopener">/);
  assert.match(
    read(help),
    /La faire autrement Au guichet Par courrier Qui en répond DGM Ministère de la Mer/,
  );
  assert.match(read(part(await open(REQUEST, '/en'), 'help')), /Doing it another way At a counter By post/);
});

test('hostile contacts are text, and no address of theirs is followed but a web page', async () => {
  const page = await open(HOSTILE);
  const help = part(page, 'help');
  assert.doesNotMatch(page, /href="(?:tel|mailto|javascript|data):/);
  assert.doesNotMatch(page, /<script>alert|<b>cadastre|\sonclick="/);
  assert.match(
    read(help),
    /Téléphone : 3646;phone-context=evil" onclick="alert\(1\) Courriel : a@b\.fr\?bcc=evil@example\.org/,
  );
});

test('of a procedure of which nobody answers, a reader learns where to turn', async () => {
  const help = read(part(await open(ABSENT), 'help'));
  assert.match(help, /ni contact, ni site, ni administration.*mairie/);
  assert.match(help, /elle ne traite pas les demandes/);
  assert.match(read(part(await open(SIMULATOR), 'help')), /Cherchez une rubrique « Contact »/);
});

test('a figure shows its level, its date and its reasons, each technical word explained', async () => {
  const page = await open(REQUEST);
  const card = read(/<article class="criterion" id="satisfaction".*?<\/article>/s.exec(page)?.[0] ?? '');
  assert.match(card, /^Satisfaction des usagers La note moyenne que les usagers donnent/);
  assert.match(
    card,
    /8,3 \/ 10 Bon n inconnu Import, du 1er janvier 2025 au 31 décembre 2025\. Pourquoi ce chiffre \?/,
  );
  assert.match(
    card,
    /Source mer-2025-12\.csv, ligne 2 Origine Import\. Repris d’un fichier publié par un tiers/,
  );
  assert.match(card, /Nombre de réponses \(n\) Inconnu : la source ne le donne pas/);
  assert.match(card, /Formule .* Seuils Bon :/);
});

test('criteria of which nothing is known stand together with what their status means', async () => {
  const latest = read(part(await open(REQUEST), 'latest'));
  assert.match(
    latest,
    /Critères sans résultat Non renseigné Vitesse d’affichage ?, Utilisable sur mobile\. La question se pose/,
  );
});

test('a verdict of the source that differs from the level is told with its edition', async () => {
  const divergences = read(part(await open(REQUEST), 'divergences'));
  assert.match(divergences, /Septembre 2025 Prise en compte du handicap 60,0 % Moyen Bon$/);
  assert.equal(part(await open(SISTER), 'divergences'), '');
});

test('notes are read in the language of the page, else in French said to be French; withdrawn ones never', async () => {
  const french = part(await open(REQUEST), 'notes');
  assert.match(french, /<blockquote><p>Refonte <strong>achevée<\/strong> &lt;i&gt;\.<\/p>/);
  assert.match(
    read(french),
    /Cellule de mesure, le 5 janvier 2026, Édition Décembre 2025 Le robot était bloqué/,
  );
  assert.doesNotMatch(french, /Redesign|erreur/);
  const english = part(await open(REQUEST, '/en'), 'notes');
  assert.match(english, /<blockquote><p>Redesign <em>finished<\/em>/);
  assert.match(english, /<blockquote lang="fr"><p>Le robot était bloqué/);
  assert.doesNotMatch(english, /achevée/);
});

test('a change of methodology breaks the line, and each methodology has its table', async () => {
  const history = part(await open(REQUEST), 'history');
  const [satisfaction = '', availability = ''] = history.split('<figure class="chart"').slice(1);
  assert.equal(satisfaction.match(/class="break"/g)?.length, 1);
  assert.match(read(satisfaction), /Décembre 2025, rupture de série – changement de méthode/);
  assert.match(read(satisfaction), /seuil actuel à 8/);
  assert.match(read(satisfaction), /T1 2025 8,15 \/ 10 \[7,95 – 8,35\] 1 000/);
  assert.match(read(availability), /Valeurs douteuses laissées hors du tracé : Septembre 2025 \(0,51 %\)/);
  assert.equal(history.match(/Résultats par édition, méthode/g)?.length, 2 * 3);
  assert.match(
    read(history),
    /4 éditions publiées contiennent cette démarche\. Édition reconstituée : T1 2025\. Calculée après coup/,
  );
});

test('words have their states edition by edition, and what says the same in a row is told once', async () => {
  const history = read(part(await open(REQUEST), 'history'));
  assert.match(
    history,
    /Réalisable en ligne, édition par édition .*?Décembre 2025 Oui Bon Septembre 2025 Oui Bon Juin 2025 Partiel Moyen/,
  );
  assert.match(history, /De Juin 2025 à Septembre 2025 FranceConnect Info/);
});

test('volumes that are not known are not zero, and one edition makes no line', async () => {
  const volumes = part(await open(REQUEST), 'volumes');
  assert.match(read(volumes), /Septembre 2025 1 200 600 50,0 % Juin 2025 1 000 400 40,0 %/);
  assert.doesNotMatch(read(volumes).replace(/Voir les chiffres.*/, ''), /Décembre 2025|T1 2025/);
  assert.equal(volumes.match(/<figure class="chart"/g)?.length, 1);
  assert.doesNotMatch(part(await open(SIMULATOR), 'volumes'), /<figure/);
  assert.equal(part(await open(ABSENT), 'volumes'), '');
});

test('a procedure that later editions left out says that its figures are the last known', async () => {
  assert.match(read(await open(HOSTILE)), /n’est pas dans les éditions plus récentes/);
  assert.doesNotMatch(read(await open(REQUEST)), /n’est pas dans les éditions plus récentes/);
});

test('machines learn what the service is, who answers for it and what it is tied to, and no rating', async () => {
  const block =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await open(REQUEST))?.[1] ?? '{}';
  assert.doesNotMatch(block, /[rR]ating|review/);
  const described = JSON.parse(block);
  assert.equal(described['@type'], 'GovernmentService');
  assert.equal(described.provider.name, 'Ministère de la Mer');
  assert.equal(described.serviceOperator.url, 'http://vigie.test/administrations/dgm');
  assert.deepEqual(
    described.isRelatedTo.map(({ name }: { name: string }) => name),
    ['Simuler la prime de mer', 'Verser la prime de mer', 'Déclarer une prise'],
  );
});

/** The keys of a procedure's file that are looked at here. */
type Told = {
  volumes: { volume_total: number | null }[];
  notes: { edition: string; lang: string }[];
  previous_steps: { id: string }[];
  next_steps: object[];
  related: { id: string }[];
  contact: object;
  other_channels: string[];
};

async function readFile(id: string): Promise<Told> {
  return (await (await app.request(`/demarches/${id}.json`)).json()) as Told;
}

test('the file of a procedure holds its volumes, notes, steps, ties and contacts, absent ones null', async () => {
  const file = await readFile(REQUEST);
  assert.deepEqual(
    file.volumes.map(({ volume_total }) => volume_total),
    [null, 1200, 1000, null],
  );
  assert.deepEqual(
    file.notes.map(({ edition, lang }) => [edition, lang]),
    [
      ['2025-12', 'fr'],
      ['2025-12', 'en'],
      ['2025-09', 'fr'],
    ],
  );
  const step = {
    kind: 'automatic_entitlement',
    name: 'Verser la prime de mer',
    slug: 'verser-la-prime-de-mer',
  };
  assert.deepEqual(file.next_steps, [{ id: SETTLEMENT, ...step, distance: 1 }]);
  assert.equal(file.previous_steps[0]?.id, SIMULATOR);
  assert.equal(file.related[0]?.id, SISTER);
  assert.deepEqual(file.other_channels, ['counter', 'post']);
  const absent = await readFile(ABSENT);
  assert.deepEqual(absent.contact, { url: null, phone: null, email: null });
  assert.deepEqual(
    [absent.volumes, absent.notes, absent.next_steps, absent.other_channels],
    [[], [], [], []],
  );
});

test('every one of these pages is valid HTML in both languages', async () => {
  for (const id of [REQUEST, SIMULATOR, SETTLEMENT, SISTER, HOSTILE, ABSENT])
    for (const prefix of ['', '/en'])
      assert.deepEqual(await htmlErrors(await open(id, prefix)), [], `${prefix} ${id}`);
});
