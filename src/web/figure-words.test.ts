import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FigureLine, readFigures } from '../observations/index.ts';
import { saidIn, type Worded, wordDimensions, wordFigure } from './figure-words.ts';
import type { Locale } from './i18n/index.ts';

const SHIPPED = readFigures(readFileSync(new URL('../../data/figures.csv', import.meta.url)), '2026-11-01');

/** Spaces of every kind as plain ones, to be read in a test. */
const plain = (text: string | null) => text?.replaceAll(/\s/g, ' ') ?? null;

function told(worded: Worded, locale: Locale): (string | null)[] {
  const { words, told: whole, exact } = wordFigure(worded, locale);
  return [words, whole, exact].map(plain);
}

function shipped(id: string): FigureLine['observation'] {
  return SHIPPED.find(({ observation }) => observation.reference === id)?.observation ?? assert.fail(id);
}

const EXPECTED: Readonly<
  Record<string, readonly [fr: string, exactFr: string | null, en: string, exactEn: string | null]>
> = {
  'sp-visits-2017': ['290 millions de visites', '290 000 000', '290 million visits', '290,000,000'],
  'sp-visits-mobile-2017': ['40 %', '40 %', '40%', '40%'],
  'sp-online-procedures-2017': [
    'près de 3,7 millions de démarches',
    '3 700 000',
    'nearly 3.7 million procedures',
    '3,700,000',
  ],
  'sp-accounts-2017': ['772 600 comptes', '772 600', '772,600 accounts', '772,600'],
  'tax-online-households-2017': [
    'plus de 20 millions de foyers',
    '20 000 000',
    'more than 20 million households',
    '20,000,000',
  ],
  'tax-online-delta-2017': ['+2,4 millions de foyers', '+2 400 000', '+2.4 million households', '+2,400,000'],
  'tax-online-share-2017': ['plus de 50 %', '50 %', 'more than 50%', '50%'],
  'tax-four-screens-2017': ['33,3 %', '33,3 %', '33.3%', '33.3%'],
  'fc-users-2017': ['3 millions d’usagers', '3 000 000', '3 million users', '3,000,000'],
  'caf-growth-high': ['au plus +20 %', '+20 %', 'at most +20%', '+20%'],
  'dgf-growth-june': ['+105 %', '+105 %', '+105%', '+105%'],
  'desi-rank-2017': ['9e rang', '9e rang', '9th', '9th'],
  'dg-advanced-de': ['non communiqué', null, 'not reported', null],
  'ed4-reviews': ['plus de 900 000 avis', '900 000', 'more than 900,000 reviews', '900,000'],
};

for (const [id, [fr, exactFr, en, exactEn]] of Object.entries(EXPECTED)) {
  test(`${id} is told as people say it: ${fr}`, () => {
    assert.deepEqual(told(shipped(id), 'fr').slice(1), [fr, exactFr]);
    assert.deepEqual(told(shipped(id), 'en').slice(1), [en, exactEn]);
  });
}

test('each of the 58 has words in both languages, and its exact value to the last digit', () => {
  for (const { observation } of SHIPPED) {
    for (const locale of ['fr', 'en'] as const) {
      const { words, exact } = wordFigure(observation, locale);
      const id = `${observation.reference} ${locale}`;
      assert.ok(words.length > 0, id);
      assert.equal(exact === null, observation.status === 'not_reported', id);
      if (exact === null || exact.includes('rang') || /(st|nd|rd|th)$/.test(exact)) continue;
      const digits = Number(
        exact.replaceAll(/[\s,+%]/g, (sign) => (sign === ',' && locale === 'fr' ? '.' : '')),
      );
      const value = exact.includes('%') ? digits / 100 : digits;
      assert.ok(Math.abs(value - Number(observation.value)) < 1e-9, `${id}: ${exact}`);
    }
  }
});

test('every restriction of the 58, population and note is in words of both languages', () => {
  for (const { observation } of SHIPPED) {
    for (const { name, value, isTranslated } of wordDimensions(observation.dimensions, 'fr')) {
      assert.ok(isTranslated && !/^[a-z]+_/.test(name), `${observation.reference}: ${name} ${value}`);
    }
    const { populationFr, populationEn, noteFr, noteEn } = observation;
    assert.equal(populationFr === null, populationEn === null, observation.reference ?? '');
    assert.equal(noteFr === null, noteEn === null, observation.reference ?? '');
  }
  const words = (id: string) =>
    wordDimensions(shipped(id).dimensions, 'fr').map(({ name, value }) => `${name} ${value}`);
  assert.deepEqual(words('dg-advanced-gb'), [
    'Pays Royaume-Uni',
    'Réponse les services numériques sont avancés',
  ]);
  assert.deepEqual(words('dgf-growth-june'), ['Par rapport à juin 2016']);
  assert.deepEqual(words('desi-usage-eu-2017'), ['Pays Union européenne']);
});

test('"more than" never says more than is known, nor "less than" less', () => {
  const visits = (value: number, qualifier: Worded['qualifier']) =>
    plain(wordFigure({ indicator: 'visits', status: 'declared', value, qualifier }, 'fr').words);
  assert.equal(visits(12_399_999, 'more_than'), 'plus de 12,3 millions');
  assert.equal(visits(12_310_000, 'less_than'), 'moins de 12,4 millions');
  assert.equal(visits(999_999, 'exact'), '999 999');
});

test('a share is said to be 0 or 100 % only when it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), (value) => {
      const { words } = wordFigure(
        { indicator: 'completion', status: 'measured', value, qualifier: 'exact' },
        'en',
      );
      assert.ok(!['0%', '100%'].includes(words), words);
    }),
  );
});

test('a text is said in the reader’s language, else in the other one, which is told', () => {
  assert.deepEqual(saidIn('fr', { fr: 'visites', en: 'visits' }), { text: 'visites', lang: 'fr' });
  assert.deepEqual(saidIn('en', { fr: 'visites', en: null }), { text: 'visites', lang: 'fr' });
  assert.equal(saidIn('en', { fr: null, en: null }), null);
});
