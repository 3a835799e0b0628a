import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBusinessHour, publicHolidays } from './business-hours.ts';
import { clockHourOf, hoursOf, midnightMs, placeOfHour } from './paris-hours.ts';

test('the public holidays of a year are the eleven of the law', () => {
  assert.deepEqual(publicHolidays(2026), [
    ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
    ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
  ]);
  const mondays = { 2000: '2000-04-24', 2008: '2008-03-24', 2025: '2025-04-21', 2038: '2038-04-26' };
  for (const [year, monday] of Object.entries(mondays))
    assert.ok(publicHolidays(Number(year)).includes(monday), monday);
});

test('business hours are from 8 to 20 on the clock of Paris, Monday to Friday', () => {
  const hours = (day: string) =>
    Array.from({ length: 25 }, (_, at) => at).filter((at) => isBusinessHour(day, at));
  assert.deepEqual(hours('2026-11-20'), [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  for (const day of ['2026-11-21', '2026-11-22', '2026-11-11', '2026-05-14'])
    assert.deepEqual(hours(day), []);
});

test('a day of 23 or 25 hours counts them from its midnight, and tells what clocks show', () => {
  assert.deepEqual(['2026-03-29', '2026-10-25', '2026-10-26'].map(hoursOf), [23, 25, 24]);
  assert.deepEqual(
    [0, 1, 2, 22].map((at) => clockHourOf('2026-03-29', at)),
    [0, 1, 3, 23],
  );
  assert.deepEqual(
    [0, 2, 3, 4, 24].map((at) => clockHourOf('2026-10-25', at)),
    [0, 2, 2, 3, 23],
  );
  assert.equal(new Date(midnightMs('2026-10-25')).toISOString(), '2026-10-24T22:00:00.000Z');
  assert.deepEqual(placeOfHour(Date.parse('2026-10-25T22:00:00Z')), { day: '2026-10-25', index: 24 });
  assert.deepEqual(placeOfHour(Date.parse('2026-10-25T23:00:00Z')), { day: '2026-10-26', index: 0 });
});
