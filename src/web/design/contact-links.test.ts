import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mailLink, phoneLink } from './contact-links.ts';

/** The address of the link that a markup is, or null where it is none. */
function hrefOf(markup: unknown): string | null {
  return /^<a href="([^"]*)">/.exec(String(markup))?.[1] ?? null;
}

test('a telephone number dials its digits, however it is written', () => {
  for (const [written, dialled] of [
    ['01 23 45 67 89', 'tel:0123456789'],
    ['01.23.45.67.89', 'tel:0123456789'],
    ['+33 (0)1 23 45 67 89', 'tel:+33123456789'],
    ['3646', 'tel:3646'],
  ] as const) {
    assert.equal(hrefOf(phoneLink(written)), dialled);
  }
});

test('a number is not broken at the end of a line', () => {
  assert.match(String(phoneLink(' 01 23  45 ')), />01\u00a023\u00a045</);
});

test('what is not one number stays text', () => {
  for (const written of [
    '3646 (0,05 € / min)',
    '01 23 45 67 89 ou 3646 20',
    '3646/3939',
    '12;ext=4',
    'tel:1',
    '1',
    '+',
    '1+1',
  ])
    assert.equal(hrefOf(phoneLink(written)), null, written);
});

test('a mail address writes to one recipient, and nothing else', () => {
  assert.equal(
    hrefOf(mailLink('aide.usagers+vigie@mer.exemple.fr')),
    'mailto:aide.usagers+vigie@mer.exemple.fr',
  );
  for (const written of [
    'a@b.fr?bcc=c@d.fr',
    'a@b.fr,c@d.fr',
    'a%40b.fr',
    'javascript:alert(1)@b.fr',
    'a@b',
    'a b@c.fr',
  ])
    assert.equal(hrefOf(mailLink(written)), null, written);
});

test('whatever is written, a link dials or writes and its text is escaped', () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      assert.match(String(phoneLink(written)), /^<(?:a href="tel:\+?\d+"|span)>[^<>]*<\/(?:a|span)>$/s);
      assert.match(String(mailLink(written)), /^<(?:a href="mailto:[\w.+@-]+"|span)>[^<>]*<\/(?:a|span)>$/s);
    }),
  );
});
