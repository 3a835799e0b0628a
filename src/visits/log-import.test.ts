import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FIREFOX, IPHONE, type LineFields, logFile, logLine } from '../../test/support/access-log.ts';
import { testDatabase } from '../../test/support/database.ts';
import { dumpVisits } from '../../test/support/visits.sql.ts';
import { recordDays } from './import-days.sql.ts';
import { type LogOptions, readLogs } from './log-import.ts';
import { readVisits } from './read-visits.sql.ts';

const OPTIONS: LogOptions = {
  ...{ subjectId: 7, from: '2026-01-01', to: '2026-12-31', origins: ['https://a.fr'], paths: [] },
  steps: [
    { step: 'start', path: '/depot' },
    { step: 'submitted', path: '/recu' },
  ],
  findCountry: (network) => (network.startsWith('81.') ? 'FR' : 'unknown'),
};

const at = (clock: string, day = '04/Mar/2026') => `${day}:${clock} +0100`;
const log = (...lines: Parameters<typeof logLine>[0][]) =>
  logFile(lines.map((one) => `${logLine(one)}\n`).join(''));
const countsOf = ({ days }: Awaited<ReturnType<typeof readLogs>>) =>
  Object.fromEntries(
    days.flatMap(({ day, counts }) =>
      counts.map(({ dimension, value, visits, views }) => [`${day} ${dimension} ${value}`, [visits, views]]),
    ),
  );

test('visits, steps, durations and visitors of a log are those that counters would tell', async () => {
  const reading = await readLogs(
    [
      log(
        { time: at('10:00:00'), referrer: 'https://www.google.com/search?q=x' },
        { time: at('10:00:01'), path: '/site.css' },
        { time: at('10:01:00'), path: '/depot?dossier=7' },
        { time: at('10:06:00'), path: '/recu', referrer: 'https://a.fr/depot' },
        { time: at('10:10:00'), address: '81.2.69.200' },
        { time: at('10:20:00'), agent: IPHONE, address: '1.2.3.4', referrer: 'https://a.fr/' },
        { time: at('10:30:00'), agent: 'curl/8.5.0' },
        { time: at('10:35:00') },
        { time: at('11:20:00') },
      ),
    ],
    OPTIONS,
  );
  assert.deepEqual(countsOf(reading), {
    // One network and browser are one visitor; after half an hour and more, another visit.
    '2026-03-04 whole all': [3, 7],
    '2026-03-04 device desktop': [2, 6],
    '2026-03-04 device mobile': [1, 1],
    '2026-03-04 country FR': [2, 6],
    '2026-03-04 country unknown': [1, 1],
    '2026-03-04 referrer search': [1, 5],
    '2026-03-04 referrer internal': [1, 1],
    '2026-03-04 referrer none': [1, 1],
    '2026-03-04 step start': [1, 1],
    '2026-03-04 step submitted': [1, 1],
    '2026-03-04 ending all': [1, 0],
    '2026-03-04 robot all': [0, 1],
  });
  assert.deepEqual(
    reading.days.map(({ visitors, durations }) => [visitors, durations.length]),
    [[2, 1]],
  );
  assert.deepEqual([reading.lines, reading.views, reading.robots, reading.leftOut.asset], [9, 7, 1, 1]);
  assert.equal(reading.lastAt?.toISOString(), '2026-03-04T10:20:00.000Z');
});

test('files may be named in any order, and a visitor be answered by several machines', async () => {
  const lines = [0, 10, 20, 30, 40, 50].map((minute) => ({
    time: at(`10:${String(minute).padStart(2, '0')}:00`),
  }));
  const one = log(...lines.filter((_, rank) => rank % 2 === 1));
  const other = log(...lines.filter((_, rank) => rank % 2 === 0));
  const later = log({ time: at('09:00:00', '05/Mar/2026') });
  const counts = countsOf(await readLogs([later, one, other], OPTIONS));
  assert.deepEqual(counts['2026-03-04 whole all'], [1, 6]);
  assert.deepEqual(counts['2026-03-05 whole all'], [1, 1]);
});

test('lines that come late count on their own day, whose visitors stay the same', async () => {
  const days = ['04', '05', '06', '07'].map((date) => ({ time: at('10:00:00', `${date}/Mar/2026`) }));
  const reading = await readLogs([log(...days, ...days.slice(0, 2))], OPTIONS);
  assert.deepEqual(
    reading.days.map(({ day, visitors }) => [day, visitors]),
    ['04', '05', '06', '07'].map((date) => [`2026-03-${date}`, 1]),
  );
  assert.equal(reading.views, 6);
});

test('days outside of those asked for are left out, and lines that cannot be read are told without their content', async () => {
  const secret = 'jean.dupont';
  const content = [
    logLine({ time: at('10:00:00', '31/Dec/2025') }),
    '',
    `${secret} - - GET /`,
    logLine().replace('"GET', secret),
  ].join('\n');
  const reading = await readLogs([logFile(content, { name: 'a.log' })], OPTIONS);
  assert.deepEqual([reading.lines, reading.leftOut.day, reading.unreadable.lines], [3, 1, 2]);
  assert.deepEqual(
    reading.unreadable.told.map(({ file, line }) => [file, line]),
    [
      ['a.log', 3],
      ['a.log', 4],
    ],
  );
  assert.ok(!JSON.stringify(reading).includes(secret));
  assert.deepEqual([reading.days, reading.firstAt], [[], null]);
});

test('personal data of a log are nowhere afterwards: not in the store, not in what is told', async (t) => {
  const db = await testDatabase(t);
  const word = fc.stringMatching(/^[a-z]{8}$/).map((letters) => `secret${letters}`);
  const fields: fc.Arbitrary<LineFields> = fc.record({
    address: fc.oneof(fc.ipV4(), fc.ipV6(), word),
    user: word,
    request: fc.tuple(fc.constantFrom('GET', 'POST'), word, word).map(([how, a, b]) => {
      return `${how} /depot/${a}?courriel=${b}@example.fr&nir=1850578006084${b} HTTP/1.1`;
    }),
    status: fc.constantFrom(200, 304, 404),
    referrer: word.map((one) => `https://${one}.fr/${one}?nom=${one}`),
    agent: fc.tuple(fc.constantFrom(FIREFOX, IPHONE, 'bot'), word).map(([agent, one]) => `${agent} ${one}`),
  });
  const broken = fc.tuple(fields, fc.nat(150)).map(([one, length]) => logLine(one).slice(0, length));
  const lines = fc.array(fc.oneof(fields.map(logLine), broken), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lines, async (content) => {
      const reading = await readLogs([logFile(content.join('\n'))], { ...OPTIONS, paths: ['/depot'] });
      await recordDays(db, reading.days, { source: 'log', replace: true });
      const kept = `${JSON.stringify(reading)}\n${await dumpVisits(db)}`;
      assert.doesNotMatch(kept, /secret/);
      for (const line of content) {
        const address = line.split(' ')[0] ?? '';
        // The short addresses of IPv6 may be part of any text.
        if (address.length > 6) assert.ok(!kept.includes(address), address);
      }
    }),
    { numRuns: 40 },
  );
  const { views } = await readVisits(db, [7], { from: '2026-03-01', to: '2026-03-31' });
  assert.ok(views >= 0);
});
