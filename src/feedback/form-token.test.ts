import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  FORM_LIFE_MS,
  newReviewId,
  type OpenForm,
  openedAt,
  readForm,
  type SigningKey,
  signForm,
} from './form-token.ts';
import { ENDINGS } from './review.ts';

const NOW = Date.UTC(2026, 2, 4, 12);
const KEY: SigningKey = { id: 2, key: Buffer.alloc(32, 7) };
const OLDER: SigningKey = { id: 1, key: Buffer.alloc(32, 9) };

const word = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,39}$/);
const forms = fc.record(
  {
    reviewId: fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => newReviewId(NOW, bytes)),
    buttonId: fc.stringMatching(/^[a-z0-9]{10}$/),
    questionnaire: fc.constantFrom('avis', 'signalement'),
    version: fc.integer({ min: 1, max: 9_999 }),
    language: fc.constantFrom('fr', 'en'),
    ending: fc.constantFrom(...ENDINGS),
    step: fc.option(word),
    serviceVersion: fc.option(word),
    isCounted: fc.boolean(),
    isKept: fc.boolean(),
  },
  { noNullPrototype: true },
);

const oneForm = (): OpenForm => ({
  reviewId: newReviewId(NOW, new Uint8Array(10).fill(200)),
  buttonId: 'abcdefghij',
  questionnaire: 'avis',
  version: 1,
  language: 'fr',
  ending: 'success',
  step: null,
  serviceVersion: null,
  isCounted: true,
  isKept: false,
});

test('a form that was signed is read as it was, by any process that has the key', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const read = readForm(signForm(form, OLDER), [KEY, OLDER], NOW + 1);
      assert.deepEqual(read.form, form);
      assert.equal(read.fault, null);
    }),
  );
});

test('a form that is read gives its text once something of it is kept, and neither text makes the other', () => {
  const form = oneForm();
  const signed = signForm(form, KEY);
  const read = readForm(signed, [KEY], NOW);
  const keptText = read.fault === null ? read.keptText : '';
  assert.equal(keptText, signForm({ ...form, isKept: true }, KEY));
  assert.deepEqual(readForm(keptText, [KEY], NOW), {
    fault: null,
    form: { ...form, isKept: true },
    keptText,
  });
  const [mine, kept] = [signed, keptText].map((text) => text.slice(text.lastIndexOf('~') + 1));
  assert.ok(mine && kept && !mine.includes(kept.slice(0, 4)) && mine.length === kept.length);
});

test('no character of a form can be changed, added or left out', () => {
  const signed = signForm(oneForm(), KEY);
  fc.assert(
    fc.property(
      fc.nat({ max: signed.length - 1 }),
      fc.constantFrom('0', 'a', '~', 'Z', '-', ''),
      (at, other) => {
        const forged = signed.slice(0, at) + other + signed.slice(at + 1);
        fc.pre(forged !== signed);
        assert.equal(readForm(forged, [KEY], NOW).fault, 'bad_token');
      },
    ),
    { numRuns: 500 },
  );
});

test('junk is no form', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => readForm(text, [KEY], NOW).fault === 'bad_token'),
  );
  for (const text of ['', '~', '~~~~~~~~~~', '2~~~~~~~~~~', signForm(oneForm(), OLDER)]) {
    assert.equal(readForm(text, [KEY], NOW).fault, 'bad_token');
  }
});

test('a form lives for a day, and what it says of the journey for ever', () => {
  const form = oneForm();
  const signed = signForm(form, KEY);
  const faultAt = (nowMs: number) => readForm(signed, [KEY], nowMs).fault;
  assert.equal(faultAt(NOW + FORM_LIFE_MS), null);
  assert.deepEqual(readForm(signed, [KEY], NOW + FORM_LIFE_MS + 1), { fault: 'expired', form });
  assert.equal(faultAt(NOW - 60_000), null, 'the clocks of two processes differ');
  assert.equal(faultAt(NOW - 600_000), 'bad_token');
});

test('an id is a UUID of version 7 that tells when the form was opened', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (ms, bytes) => {
        const id = newReviewId(ms, bytes);
        assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        assert.equal(openedAt(id), ms);
      },
    ),
  );
});
