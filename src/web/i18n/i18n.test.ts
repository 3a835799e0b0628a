import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOCALES, localisation } from './index.ts';

const fr = localisation('fr');
const en = localisation('en');

test('a decimal string is shown digit for digit, whatever a binary float would make of it', () => {
  assert.equal(fr.number('7.985'), '7,985');
  assert.equal(fr.number('12345678901234567.89'), '12\u202f345\u202f678\u202f901\u202f234\u202f567,89');
  assert.equal(fr.number('8.0'), '8,0');
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{0,25}\.\d{1,12}$/), (decimal) => {
      assert.equal(en.number(decimal).replaceAll(',', ''), decimal);
    }),
  );
});

test('a percentage carries its sign after the space of its language and keeps its decimals', () => {
  assert.match(fr.percentText('99.85'), /^99,85[\u00a0\u202f]%$/);
  assert.equal(en.percentText('99.85'), '99.85%');
});

test('days are written in words, and French says "1er"', () => {
  assert.equal(fr.day('2025-09-30'), '30 septembre 2025');
  assert.equal(fr.day('2025-10-01'), '1er octobre 2025');
  assert.equal(fr.day('2025-10-11', 'short'), '11 oct. 2025');
  assert.equal(en.day('2025-09-30'), '30 September 2025');
});

test('an instant late in the evening in UTC is the next day in Paris', () => {
  assert.match(fr.instant(new Date('2025-09-30T22:30:00Z')), /^1er octobre 2025 à 00:30$/);
});

test('large counts, lists and plurals follow each language', () => {
  assert.match(fr.compactNumber(290_000_000), /^290\smillions$/);
  assert.equal(fr.list(['a', 'b', 'c']), 'a, b et c');
  assert.equal(fr.messages.units.procedures(0), '0 démarche');
  assert.equal(en.messages.units.procedures(0), '0 procedures');
  assert.equal(fr.messages.units.procedures(2), '2 démarches');
});

/** Every string of a catalogue, functions called with plausible arguments. */
function strings(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') {
    return [String(node(2, 3, 4, 5)), String(node('un', 'deux', 'trois', 'quatre'))];
  }
  return Object.values(node as object).flatMap(strings);
}

test('no message is empty, and none shows a value that is missing', () => {
  for (const locale of LOCALES) {
    for (const text of strings(localisation(locale).messages)) {
      assert.match(text, /\S/);
      assert.doesNotMatch(text, /undefined|\[object/);
    }
  }
});

test('French signs are preceded by a no-break space, and apostrophes are typographic', () => {
  for (const text of strings(fr.messages)) {
    assert.doesNotMatch(text, /[^\u00a0\u202f][;:!?%»]|«[^\u00a0\u202f]|'/, text);
  }
});
