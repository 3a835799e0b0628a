import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseAddress } from './address.ts';

test('published addresses become links', () => {
  assert.equal(normaliseAddress(' https://www.impots.gouv.fr/ '), 'https://www.impots.gouv.fr/');
  assert.equal(normaliseAddress('www.service-public.fr/x?y=1#z'), 'https://www.service-public.fr/x?y=1#z');
  assert.equal(normaliseAddress('HTTP://Example.gouv.fr/A'), 'http://example.gouv.fr/A');
  assert.equal(normaliseAddress('example.gouv.fr:8443/a'), 'https://example.gouv.fr:8443/a');
  assert.equal(normaliseAddress('https://démarches.fr'), 'https://xn--dmarches-b1a.fr/');
  const fragment = 'https://connect.caf.fr/connexionappli/dist/#/login';
  assert.equal(normaliseAddress(fragment), fragment);
});

test('what is not the address of a page is refused', () => {
  const nonsense = [
    '',
    '   ',
    'À venir',
    'néant',
    'http://',
    'https:///chemin',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'mailto:a@b.fr',
    'ftp://exemple.fr',
    'https://user:secret@exemple.fr/',
    'https://a b.fr',
    'localhost',
    '//',
    '–',
  ];
  for (const text of nonsense) assert.equal(normaliseAddress(text), null, text);
});

test('a link is http(s), and normalised once for all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (text) => {
      const link = normaliseAddress(text);
      if (link === null) return;
      assert.match(link, /^https?:\/\/[^/\s]+\.[^/\s]+\//);
      assert.equal(normaliseAddress(link), link);
    }),
  );
});
