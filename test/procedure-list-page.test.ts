/** What the page of the list of procedures says, and where its links lead. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { PublishedProcedure } from '../src/editions/index.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import {
  LATEST_EDITION,
  PRESENT_NAME,
  publishJourneyEditions,
  RENAMED_ID,
  UNPUBLISHED_ID,
} from './support/journey-editions.ts';
import { importPorts, listReaders, swapNames } from './support/procedure-list.ts';

let list: ReturnType<typeof listReaders>;

before(async () => {
  const db = await testDatabase();
  await publishJourneyEditions(db);
  await importPorts(db);
  await swapNames(db);
  list = listReaders(db);
});

/** Every address that leads back to the list, decoded. */
const linksOf = (html: string) =>
  [...html.matchAll(/href="(\/demarches\?[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
const queriesOf = (html: string) =>
  linksOf(html).map((href) => Object.fromEntries(new URLSearchParams(href.split('?')[1])));

test('links keep the rest of what is asked: sorting and filtering start at page one, each filter goes alone', async () => {
  const view = { q: 'essai', usagers: 'individual', niveau: 'good', tri: '-volume' };
  const queries = queriesOf(await list.markup({ ...view, page: 1 }));
  assert.ok(
    queries.some((query) => query.tri === 'volume'),
    'the same column, the other way',
  );
  for (const query of queries.filter(({ tri }) => tri !== '-volume')) {
    assert.deepEqual({ ...query, tri: '-volume' }, view);
  }
  for (const gone of ['q', 'usagers', 'niveau'] as const) {
    const { [gone]: _, ...rest } = view;
    assert.ok(
      queries.some((query) => String(new URLSearchParams(query)) === String(new URLSearchParams(rest))),
      gone,
    );
  }
  const form = await list.markup(view);
  assert.match(form, /<input type="hidden" name="tri" value="-volume">/);
  assert.match(form, /<details class="more-filters" open>/);
  assert.match(form, /class="clear" href="\/demarches"/);
  const pages = queriesOf(await list.markup({ tri: 'nom' })).filter(({ page }) => page !== undefined);
  assert.deepEqual(pages[0], { tri: 'nom', page: '2' });
});

test('choices are those that exist, with how many procedures each would find beside the other filters', async () => {
  const html = await list.markup({ usagers: 'individual' });
  const inPorts = (await list.listed({})).filter(
    (one) => one.ministry === 'Ministère des Ports' && one.audiences.includes('individual'),
  );
  assert.equal(inPorts.length, 2);
  assert.match(html, /<option value="ministere-des-ports">Ministère des Ports \(2\)<\/option>/);
  assert.match(html, /<option value="capitaineries">Direction des capitaineries \(2\)<\/option>/);
  assert.match(html, /<option value="losing_someone">Perdre un proche \(1\)<\/option>/);
  assert.doesNotMatch(html, /value="retiring"/);
  assert.match(
    await list.markup({ evenement: 'retiring' }),
    /value="retiring" selected>Prendre sa retraite \(0\)/,
  );
});

test('results are those of the latest edition, named with its day; a procedure is its id, not its name', async () => {
  const text = await list.said({ q: PRESENT_NAME });
  assert.match(text, /Résultats de l’édition Janvier 2026 , données arrêtées au 31 décembre 2025\./);
  const whole = await list.listed({});
  const renamed = whole.find(({ id }) => id === RENAMED_ID);
  assert.deepEqual([renamed?.name, renamed?.edition], [PRESENT_NAME, LATEST_EDITION]);
  const published = (await (await list.app.request(`/editions/${LATEST_EDITION}.json`)).json()) as {
    procedures: PublishedProcedure[];
  };
  for (const one of published.procedures) {
    assert.deepEqual(whole.find(({ id }) => id === one.id)?.results, one.results);
  }
  const swapped = whole.find(({ id }) => id === '41');
  assert.equal(swapped?.name, 'Démarche d’essai numéro 42');
  const absent = whole.find(({ id }) => id === UNPUBLISHED_ID);
  assert.deepEqual([absent?.edition, absent?.volume_total, absent?.results], [null, null, null]);
  assert.match(await list.said({ q: UNPUBLISHED_ID }), /Simulateur · absente de l’édition Janvier 2026/);
});

test('the page says how the words were found, in what order, and a way out where nothing is', async () => {
  assert.match(await list.said({ q: 'épave' }), /1 démarche sur \d+ /);
  assert.match(await list.said({ q: 'epvae' }), /Aucune démarche n’a tous ces mots écrits ainsi/);
  assert.match(
    await list.said({ q: 'signaler une girafe' }),
    /Aucune démarche n’a tous ces mots : voici celles/,
  );
  assert.match(await list.said({ q: 'essai' }), /des plus proches de la recherche aux moins proches/);
  assert.match(await list.said({}), /dans l’ordre alphabétique/);
  assert.match(await list.said({ tri: '-satisfaction' }), /par satisfaction, dans l’ordre décroissant/);
  assert.match(await list.said({ critere: 'clarity' }), /Clarté/);
  const empty = await list.said({ q: 'épave', usagers: 'association' });
  assert.match(empty, /Aucune démarche ne correspond/);
  assert.match(empty, /1 démarche sans le filtre Public « Association »/);
  assert.match(empty, /1 démarche sans la recherche « épave »/);
  const english = await list.markup({ q: 'epvae', niveau: '' }, '/en/demarches');
  assert.match(english.replaceAll(/\s+/g, ' '), /No procedure has all these words spelt so/);
  assert.match(
    english,
    /<td role="cell" data-label="[^"]*" class="text" lang="fr">Direction des capitaineries/,
  );
});

test('the list is valid HTML whatever is asked, in both languages', async () => {
  for (const path of ['/demarches', '/en/demarches']) {
    for (const query of [{}, { q: 'zzzz', niveau: 'poor' }, { critere: 'clarity', tri: '-clarity', page: 2 }])
      assert.deepEqual(await htmlErrors(await list.markup(query, path)), []);
  }
});

test('before the first edition the catalogue is listed, and nothing is asked of results', async (t) => {
  const db = await testDatabase(t);
  assert.deepEqual(await listReaders(db).listed({ q: 'x' }), []);
  await importPorts(db);
  const ports = listReaders(db);
  const text = await ports.said({});
  assert.match(text, /3 démarches sur 3, dans l’ordre alphabétique/);
  assert.match(text, /Aucune édition n’est publiée/);
  assert.equal((await ports.app.request('/demarches?critere=clarity')).status, 400);
});
