import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asFormat, inLocale, localeOf, parseProcedureRef, urlsIn, withQuery } from './urls.ts';

test('addresses are French at the root and English under /en', () => {
  assert.equal(urlsIn('fr').home(), '/');
  assert.equal(urlsIn('en').home(), '/en');
  assert.equal(
    urlsIn('fr').procedure({ publicId: 'jdma12', slug: 'passeport' }),
    '/demarches/jdma12-passeport',
  );
  assert.equal(urlsIn('en').editionManifest('2025-10'), '/en/editions/2025-10/manifest.json');
});

test('a slug cannot leave its segment', () => {
  assert.equal(urlsIn('fr').edition('../a?b#c'), '/editions/..%2Fa%3Fb%23c');
});

test('an address changes language and comes back unchanged, query included', () => {
  for (const address of ['/', '/editions/2025-10?tri=nom', '/?x=1', '/enquetes']) {
    const english = inLocale(address, 'en');
    assert.equal(localeOf(english), 'en', english);
    assert.equal(inLocale(english, 'en'), english);
    assert.equal(inLocale(english, 'fr'), address);
    assert.equal(inLocale(address, 'fr'), address);
  }
});

test('a data format goes before the query', () => {
  assert.equal(asFormat('/demarches?page=2', 'csv'), '/demarches.csv?page=2');
});

test('parameters without value are left out of a query', () => {
  assert.equal(withQuery('/demarches', { q: 'a&b', page: undefined, tri: '' }), '/demarches?q=a%26b');
  assert.equal(withQuery('/demarches', {}), '/demarches');
});

test('a procedure segment gives its id whatever the slug', () => {
  assert.deepEqual(parseProcedureRef('jdma12-a-b'), { publicId: 'jdma12', slug: 'a-b' });
  assert.deepEqual(parseProcedureRef('42'), { publicId: '42', slug: '' });
  for (const junk of ['', '-', 'abc', '12x', '1234567890123', '12\n'])
    assert.equal(parseProcedureRef(junk), undefined);
});
