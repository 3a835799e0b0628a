import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimilarTexts } from './similar-texts.ts';

const NOW = Date.UTC(2026, 4, 20, 10);
const LONG =
  'Le service était en panne toute la matinée et personne ne répondait au téléphone, c’est inadmissible.';

function checker() {
  const texts = createSimilarTexts();
  let review = 0;
  return (
    text: string,
    said: {
      network?: string;
      formerNetwork?: string;
      reviewId?: string;
      nowMs?: number;
      buttonId?: string;
    } = {},
  ) => {
    review += 1;
    const one = {
      buttonId: 'abcdefghij',
      network: `n${review}`,
      formerNetwork: null,
      reviewId: `r${review}`,
      nowMs: NOW,
      ...said,
    };
    return texts.check({ ...one, text });
  };
}

test('the same comment from the same network within five minutes is a duplicate', () => {
  const check = checker();
  const network = 'home';
  assert.equal(check(LONG, { network }), null);
  assert.equal(check(`  ${LONG.toUpperCase()} `, { network }), 'duplicate');
  assert.equal(check(LONG, { network: 'elsewhere' }), null);
  assert.equal(check(LONG, { network, buttonId: 'jihgfedcba' }), null);
  assert.equal(check(LONG, { network, nowMs: NOW + 301_000 }), null);
});

test('a network that has another name since midnight is known by its former one', () => {
  const check = checker();
  assert.equal(check(LONG, { network: 'home' }), null);
  const after = { nowMs: NOW + 299_000, formerNetwork: 'home' };
  assert.equal(check(LONG, { ...after, network: 'home today' }), 'duplicate');
  assert.equal(check(LONG, { ...after, network: 'elsewhere today', formerNetwork: 'elsewhere' }), null);
  assert.equal(check(LONG, { ...after, network: 'home today', nowMs: NOW + 301_000 }), null);
});

test('texts that differ by a number are two, and a text without a word can be a duplicate', () => {
  const check = checker();
  const network = 'office';
  assert.equal(check('J’ai attendu 2 heures au guichet.', { network }), null);
  assert.equal(check('J’ai attendu 5 heures au guichet.', { network }), null);
  assert.equal(check('👍'.repeat(20), { network }), null);
  assert.equal(check('👍'.repeat(20), { network }), 'duplicate');
});

test('nothing is a duplicate of a comment that could not be kept', () => {
  const texts = createSimilarTexts();
  const one = { buttonId: 'abcdefghij', network: 'home', formerNetwork: null, text: LONG, nowMs: NOW };
  assert.equal(texts.check({ ...one, reviewId: 'lost' }), null);
  texts.forget({ ...one, reviewId: 'lost' });
  assert.equal(texts.check({ ...one, reviewId: 'again' }), null);
  texts.forget({ ...one, reviewId: 'of somebody else' });
  assert.equal(texts.check({ ...one, reviewId: 'third' }), 'duplicate');
});

test('a comment sent again by the same review is the same comment', () => {
  const check = checker();
  const same = { network: 'home', reviewId: 'mine' };
  for (let times = 0; times < 6; times += 1) assert.equal(check(LONG, same), null);
});

test('short comments are alike by nature', () => {
  const check = checker();
  for (let times = 0; times < 50; times += 1) {
    assert.equal(check('Très bien, merci', { network: 'office' }), null);
    assert.equal(check('Rien à dire, tout était clair'), null);
  }
});

test('near-identical texts are counted three times, whatever network they come from', () => {
  const check = checker();
  const variants = Array.from({ length: 8 }, (_, at) => `${LONG} Dossier ${at}${at % 2 ? ' !' : ''}`);
  assert.deepEqual(
    variants.map((text) => check(text)),
    [null, null, null, ...Array.from({ length: 5 }, () => 'similar_text')],
  );
  assert.equal(check(LONG, { nowMs: NOW + 3_700_000 }), null, 'an hour later');
});

test('people who complain of the same thing in their own words are not alike', () => {
  const check = checker();
  for (const text of [
    'Impossible de joindre quelqu’un par téléphone, j’ai essayé toute la semaine sans succès.',
    'Personne ne répond au téléphone depuis une semaine, j’ai abandonné et je suis allée au guichet.',
    'J’ai appelé quinze fois, toujours occupé. Le site lui-même fonctionne plutôt bien.',
    'Téléphone injoignable. Il faudrait un rappel automatique, comme dans d’autres services.',
    'Le téléphone ne répond jamais mais le courriel oui, en deux jours, avec une réponse précise.',
    'Service clair et rapide, seulement le téléphone est saturé le lundi matin.',
  ]) {
    assert.equal(check(text), null, text);
  }
});
