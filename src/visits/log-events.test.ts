import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LogEvent, mergeByTime } from './log-events.ts';

const eventAt = (atMs: number, address: string): LogEvent => ({
  ...{ atMs, address, day: '2026-03-04', step: 'view', page: null, referrer: '', userAgent: '' },
});

test('events of several logs come in one order of time, none lost', async () => {
  const log = fc.array(fc.array(fc.nat(50), { maxLength: 4 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(log, { maxLength: 4 }), async (logs) => {
      const taken: LogEvent[] = [];
      const sent = logs.map((pieces, at) => {
        const times = pieces.flat().sort((one, other) => one - other);
        const sorted = pieces.map((piece) => times.splice(0, piece.length));
        return sorted.map((piece) => piece.map((atMs) => eventAt(atMs, `log ${at}`)));
      });
      const sources = sent.map(async function* (pieces) {
        yield* pieces;
      });
      await mergeByTime(sources, (event) => taken.push(event));
      const all = sent.flat(2);
      assert.deepEqual(
        taken.map(({ atMs }) => atMs),
        all.map(({ atMs }) => atMs).sort((one, other) => one - other),
      );
      assert.deepEqual(new Set(taken), new Set(all));
    }),
  );
});

test('within a log its own order stands', async () => {
  const taken: number[] = [];
  async function* log() {
    yield [5, 3, 8].map((atMs) => eventAt(atMs, ''));
  }
  await mergeByTime([log()], ({ atMs }) => taken.push(atMs));
  assert.deepEqual(taken, [5, 3, 8]);
});
