import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../core/clock.ts';
import { isOfKind, parsePeriod, writePeriod, yearBefore } from './period.ts';

const days = (text: string) => {
  const period = parsePeriod(text);
  return period && `${period.periodStart} ${period.periodEnd}`;
};

test('years, quarters, months, days and stretches are read', () => {
  assert.equal(days('2017'), '2017-01-01 2017-12-31');
  assert.equal(days('2018-T1'), '2018-01-01 2018-03-31');
  assert.equal(days('2018-Q4'), '2018-10-01 2018-12-31');
  assert.equal(days('2020-02'), '2020-02-01 2020-02-29');
  assert.equal(days(' 2018-01-31 '), '2018-01-31 2018-01-31');
  assert.equal(days('2018-01-15/2018-03-02'), '2018-01-15 2018-03-02');
});

test('what is no period is not taken for one', () => {
  for (const text of [
    '',
    '17',
    '2017-13',
    '2017-T5',
    '2017-02-30',
    '2018-03-02/2018-01-15',
    '2017/2018',
    '2017-1',
    'mars',
  ]) {
    assert.equal(parsePeriod(text), null, text);
  }
});

test('any period that is written is read back', () => {
  const start = fc.integer({ min: 0, max: 20_000 }).map((at) => addDays('1990-01-01', at));
  fc.assert(
    fc.property(start, fc.nat(800), (periodStart, length) => {
      const period = { periodStart, periodEnd: addDays(periodStart, length) };
      assert.deepEqual(parsePeriod(writePeriod(period)), period);
    }),
  );
  for (const text of ['2017', '2018-T3', '2018-T4', '2018-11', '2018-12', '2018-11-05']) {
    const period = parsePeriod(text) ?? assert.fail(text);
    assert.equal(writePeriod(period), text);
  }
});

test('a month a year before is that month, leap years included', () => {
  const before = (text: string) => writePeriod(yearBefore(parsePeriod(text) ?? assert.fail(text)));
  assert.equal(before('2021-02'), '2020-02');
  assert.equal(before('2020-02'), '2019-02');
  assert.equal(before('2018'), '2017');
  assert.equal(before('2018-T2'), '2017-T2');
  assert.equal(before('2018-05-03'), '2017-05-03');
});

test('a period is of a kind by its length', () => {
  const is = (text: string, kind: Parameters<typeof isOfKind>[1]) =>
    isOfKind(parsePeriod(text) ?? assert.fail(), kind);
  assert.ok(is('2017', 'year') && is('2017-09-01/2018-08-31', 'year') && !is('2017-T1', 'year'));
  assert.ok(is('2017-02', 'month') && !is('2017-02-03', 'month') && is('2017-02-03', 'day'));
  assert.ok(is('2017', 'any') && is('2017-02-03', 'any'));
});
