import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isTrial, readContext, signContext, signTrial, UNKNOWN_JOURNEY } from './button.ts';

const button = { id: 'abcdefghij', secret: Buffer.alloc(32, 1) };
const said = { fin: 'refused', etape: 'paiement', version: '2.4' };

test('what a service signs of a journey is believed', () => {
  const signature = signContext(button, said);
  const expected = { ending: 'refused', step: 'paiement', serviceVersion: '2.4' };
  assert.deepEqual(readContext(button, { ...said, signature }), expected);
  const alone = { fin: 'success' };
  assert.deepEqual(readContext(button, { ...alone, signature: signContext(button, alone) }), {
    ending: 'success',
    step: null,
    serviceVersion: null,
  });
});

test('what is unsigned, signed with another secret or for another button, or changed, is unknown', () => {
  const signature = signContext(button, said);
  const stranger = { ...button, secret: Buffer.alloc(32, 2) };
  for (const parameters of [
    said,
    { ...said, signature: '' },
    { ...said, signature: signContext(stranger, said) },
    { ...said, signature: signContext({ ...button, id: 'jihgfedcba' }, said) },
    { ...said, fin: 'success', signature },
    { ...said, etape: undefined, signature },
  ]) {
    assert.deepEqual(readContext(button, parameters), UNKNOWN_JOURNEY);
  }
  fc.assert(
    fc.property(fc.string(), (text) => readContext(button, { ...said, signature: text }) === UNKNOWN_JOURNEY),
  );
});

test('a signed context holds no more than words of a service: nothing of a person fits in', () => {
  for (const etape of ['Jean Dupont', 'jean@exemple.fr', 'x'.repeat(41), '<b>', '']) {
    const parameters = { fin: 'lost', etape, version: 'é' };
    const signature = signContext(button, parameters);
    assert.deepEqual(readContext(button, { ...parameters, signature }), UNKNOWN_JOURNEY);
  }
});

test('a trial is signed for one form of one button, and a context is none', () => {
  const signature = signTrial(button, 'form');
  assert.ok(isTrial(button, 'form', signature));
  for (const [of, form, given] of [
    [button, 'form', null],
    [button, 'form', ''],
    [button, 'other', signature],
    [{ ...button, id: 'jihgfedcba' }, 'form', signature],
    [{ ...button, secret: Buffer.alloc(32, 2) }, 'form', signature],
    [button, 'form', signContext(button, { fin: 'trial', etape: 'form' })],
  ] as const)
    assert.ok(!isTrial(of, form, given));
});
