import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseText, textOf } from './body-text.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

test('a body is read in the encoding that it says, or that it has', () => {
  assert.equal(textOf(Buffer.from('démarche'), 'text/html; charset=utf-8'), 'démarche');
  assert.equal(textOf(latin('démarche'), 'text/html; charset="ISO-8859-1"'), 'démarche');
  assert.equal(
    textOf(latin('<meta charset="windows-1252">démarche'), 'text/html'),
    '<meta charset="windows-1252">démarche',
  );
  const old = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">démarche';
  assert.equal(textOf(latin(old), ''), old);
  assert.equal(textOf(Buffer.from('démarche'), ''), 'démarche');
  assert.equal(textOf(latin('démarche'), ''), 'démarche');
  assert.equal(
    textOf(latin('démarche'), 'text/html; charset=utf-8'),
    'démarche',
    'it says one, and has another',
  );
  assert.equal(textOf(Buffer.from('démarche'), 'text/html; charset=zebra'), 'démarche');
});

test('entities are the characters that they stand for', () => {
  assert.equal(
    normaliseText('&Agrave; l&rsquo;&eacute;tat, &#339;uvre &#x20AC; &ouml;&yuml;'),
    "À l'état, œuvre € öÿ",
  );
  assert.equal(normaliseText('&zebra; &amp;lt; & &#9999999;'), '&zebra; &lt; & &#9999999;');
});

test('whatever the bytes and the encoding, a text comes of it', () => {
  fc.assert(fc.property(fc.uint8Array(), fc.string(), (body, type) => textOf(body, type).length >= 0));
  fc.assert(
    fc.property(fc.string(), (text) => {
      const evened = normaliseText(text);
      assert.doesNotMatch(evened, /\s\s/);
    }),
  );
});
