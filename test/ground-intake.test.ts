/** The promise of design §8: an opinion that was accepted is never lost and never counted twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchDirectory } from './support/ground.ts';
import { killUnderLoad, silenceUnderLoad } from './support/intake-kills.ts';

test('through twenty kills of application and store, every answer acknowledged is there once', async (t) => {
  const report = await killUnderLoad(scratchDirectory(t), { kills: 20, people: 6, seed: 'twenty' });
  assert.ok(report.acknowledged >= 60, `${report.acknowledged} answers were acknowledged`);
});

test('with a silent store the form is served and answers are taken, even after a restart', async (t) => {
  const report = await silenceUnderLoad(t, scratchDirectory(t), {
    awayMs: 8_000,
    people: 6,
    seed: 'silence',
  });
  assert.ok(report.acknowledged > 0);
});
