import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSlug, slugify } from './slug.ts';

test('accents, ligatures and apostrophes are folded', () => {
  assert.equal(
    slugify('Demande d’acte de naissance à l’étranger'),
    'demande-d-acte-de-naissance-a-l-etranger',
  );
  assert.equal(slugify("Œuvre et Cœur : l'Ægide (n° 2)"), 'oeuvre-et-coeur-l-aegide-n-2');
  assert.equal(slugify('  --ÉTABLISSEMENT--  '), 'etablissement');
});

test('a long slug is cut between two words, at most 80 characters', () => {
  const slug = slugify(
    'Publication des comptes annuels des associations, fondations et fonds de dotation et autres',
  );
  assert.equal(slug, 'publication-des-comptes-annuels-des-associations-fondations-et-fonds-de-dotation');
  assert.equal(slugify('a'.repeat(200)), 'a'.repeat(80));
});

test('a text without letters or digits still has a slug', () => {
  assert.equal(slugify(''), 'sans-nom');
  assert.equal(slugify('«  »'), 'sans-nom');
  assert.equal(slugify('東京'), 'sans-nom');
});

test('every text has a valid slug, and a slug is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const slug = slugify(text);
      assert.ok(isSlug(slug), slug);
      assert.equal(slugify(slug), slug);
    }),
  );
});
