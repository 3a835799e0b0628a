import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '../core/clock.ts';
import { createLogTimes } from './log-time.ts';

test('a time is an instant by its own offset, and a day of Paris', () => {
  const timeOf = createLogTimes();
  const told = (time: string) => {
    const read = timeOf(time);
    return read === null ? null : [new Date(read.atMs).toISOString(), read.day];
  };
  assert.deepEqual(told('10/Oct/2026:23:30:00 +0000'), ['2026-10-10T23:30:00.000Z', '2026-10-11']);
  assert.deepEqual(told('10/Oct/2026:23:30:09 +0200'), ['2026-10-10T21:30:09.000Z', '2026-10-10']);
  assert.deepEqual(told('10/Oct/2026:13:30:00 -0930'), ['2026-10-10T23:00:00.000Z', '2026-10-11']);
  assert.deepEqual(told('25/Oct/2026:02:30:00 +0200'), ['2026-10-25T00:30:00.000Z', '2026-10-25']);
  assert.deepEqual(told('25/Oct/2026:02:30:00 +0100'), ['2026-10-25T01:30:00.000Z', '2026-10-25']);
});

test('any instants, in any order, are read as they were written', () => {
  const instants = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (seconds, ahead) => {
      const timeOf = createLogTimes();
      for (const second of seconds) {
        const local = new Date(second * 1_000 + ahead * 60_000).toUTCString();
        const [, date, month, year, clock] = /, (\d+) (\w+) (\d+) (.*) GMT/.exec(local) ?? [];
        const by = Math.abs(ahead);
        const offset = `${ahead < 0 ? '-' : '+'}${String(Math.floor(by / 60)).padStart(2, '0')}${String(by % 60).padStart(2, '0')}`;
        const atMs = second * 1_000;
        assert.deepEqual(timeOf(`${date}/${month}/${year}:${clock} ${offset}`), {
          atMs,
          day: dayOf(new Date(atMs)),
        });
      }
    }),
  );
});

test('what is no time is none', () => {
  const timeOf = createLogTimes();
  const times = ['31/Feb/2026:10:00:00 +0100', '10/Okt/2026:10:00:00 +0100', '10/Oct/2026:24:00:00 +0100'];
  for (const time of [...times, '10/Oct/2026:10:60:00 +0100', '10/Oct/2026:10:00:xx +0100'])
    assert.equal(timeOf(time), null, time);
  assert.notEqual(timeOf('10/Oct/2026:10:00:00 +0100'), null);
  assert.equal(timeOf('10/Oct/2026:10:00:61 +0100'), null);
});
