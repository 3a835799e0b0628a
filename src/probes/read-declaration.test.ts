import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openBrowser } from '../../test/support/browser.ts';
import { DECLARATIONS } from '../../test/support/declaration-pages.ts';
import { type PageLink, readPage } from './page-reading.ts';
import { findMention, readDeclaration } from './read-declaration.ts';

const browser = await openBrowser();
const page = await browser.page({ width: 1280 });
after(() => browser.close());

for (const { says, body, expected, isDeclaration: isOne = true } of DECLARATIONS) {
  test(`a declaration is read as it is written: ${says}`, async () => {
    await page.setContent(`<!doctype html><html lang="fr"><title>x</title><body>${body}`);
    const { text } = await readPage(page);
    const { isDeclaration, excerpt, ...read } = readDeclaration(text);
    assert.deepEqual(read, expected);
    assert.equal(isDeclaration, isOne);
    assert.ok(text.includes(excerpt.trim()));
  });
}

/** What a mention is taken for, by its words. */
const MENTIONS: readonly (readonly [text: string, state: string | null])[] = [
  ['Accessibilité : non conforme', 'none'],
  ['Accessibilité : partiellement conforme', 'partial'],
  ['Accessibilité : totalement conforme', 'full'],
  ['ACCESSIBILITÉ — PARTIELLEMENT CONFORME', 'partial'],
  ['Accessibilite: non-conforme', 'none'],
  ['Accessibility: partially compliant', 'partial'],
  ['Accessibility: not compliant', 'none'],
  ['Accessibilité numérique : conformité partielle', 'partial'],
  ['Accessibilité', 'bare'],
  ['Déclaration d’accessibilité', 'bare'],
  ['Accessibility statement', 'bare'],
  ['Plan du site', null],
  ['Mentions légales', null],
  ['Accessibilité des bâtiments', null],
  ['Registre public d’accessibilité', null],
  ['Schéma pluriannuel d’accessibilité', null],
];

for (const [text, state] of MENTIONS) {
  test(`a mention says "${state}": ${text}`, () => {
    assert.equal(findMention([link('Accueil'), link(text), link('Contact')])?.state ?? null, state);
  });
}

test('the mention that states conformance is taken before one that does not, wherever it stands', () => {
  const found = findMention([link('Accessibilité : non conforme'), link('Déclaration d’accessibilité')]);
  assert.equal(found?.state, 'none');
});

test('what opens a panel of settings is no mention', () => {
  assert.equal(findMention([{ ...link('Accessibilité'), href: 'javascript:void(0)' }]), null);
});

test('a link whose address alone names the declaration is one', () => {
  const found = findMention([{ ...link('Voir'), href: 'https://x.test/declaration-accessibilite' }]);
  assert.equal(found?.state ?? null, 'bare');
});

test('any text is read without failing, within bounds', () => {
  const piece = fc.constantFrom(
    ...[
      'est ',
      'conforme',
      'non ',
      '%',
      ' 78,5',
      'le 31/13/2024',
      '12 mars 2024',
      'RGAA 4',
      '\n',
      '. ',
      'audit ',
    ],
    'déclaration établie ',
    'accessibilité ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
      const { rate, declaredOn, expiresOn } = readDeclaration(pieces.join(''));
      assert.ok(rate === null || (rate >= 0 && rate <= 1));
      for (const day of [declaredOn, expiresOn]) assert.match(day ?? '2000-01-01', /^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});

test('a long text takes no long time', () => {
  // Were it to grow with the square of its length, it would not end within the patience of the runner.
  const { state } = readDeclaration('est mise a jour declaration audit '.repeat(20_000));
  assert.equal(state, null);
});

function link(text: string): PageLink {
  return { text, href: 'https://x.test/page', buttonId: null, snippetVersion: null };
}
