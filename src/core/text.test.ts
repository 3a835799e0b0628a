import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsWords } from './text.ts';

test('a text is found by all of its words in any order, whatever their accents, and by no word at all', () => {
  const name = 'Prime d’activité – Cœur de métier';
  for (const question of ["d'ACTIVITE prime", 'coeur  metier coeur', '', '  '])
    assert.ok(holdsWords(question)(name));
  assert.equal(holdsWords('prime absente')(name), false);
});

test('a text is read once, however many words are asked', () => {
  let read = 0;
  const text = Object.assign(Object.create(String.prototype), {
    normalize() {
      read += 1;
      return 'abc';
    },
  });
  assert.ok(holdsWords('a b c')(text));
  assert.equal(read, 1);
});
