import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordOthers } from '../catalogue/index.ts';
import { fixedClock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { isReasonCode } from '../criteria/index.ts';
import { assessPlausibility } from './assess-plausibility.ts';
import { addKnown } from './known-figures.ts';
import { recordObservations } from './observation.sql.ts';
import type { Observation } from './observation.ts';
import { findDoubt } from './plausible-figures.ts';
import { type FigureInput, readFigure } from './read-figure.ts';

const ABOUT = { source: 'Rapport', origin: 'declared', today: '2026-11-01' } as const;
const signed = { author: 'test', clock: fixedClock('2026-11-01T00:00:00Z') };

async function newSubject(db: Queryable): Promise<number> {
  const portal = { kind: 'portal', slug: 'site', name: 'Site', validFrom: '2015-01-01' } as const;
  const [id] = await recordOthers(db, [portal]);
  return id ?? assert.fail();
}

function figure(said: Partial<FigureInput>, subjectId = 1): Observation {
  const input = { indicator: 'visits', period: '2018-01', value: 10_000, ...said };
  return (
    readFigure(subjectId, input, ABOUT, (path, message) => assert.fail(`${path} ${message}`)) ?? assert.fail()
  );
}

const months = (year: number, values: readonly number[], subjectId = 1) =>
  values.map((value, at) =>
    figure({ period: `${year}-${String(at + 1).padStart(2, '0')}`, value }, subjectId),
  );

function doubt(one: Observation, ...known: Observation[]): string | null {
  const found = findDoubt(one, addKnown(new Map(), known));
  if (found !== null) assert.ok(isReasonCode(found));
  return found;
}

test('shares above 1, marks above 10 and negative counts are doubtful', () => {
  assert.equal(doubt(figure({ indicator: 'online_share', value: 1.2 })), 'out_of_range');
  assert.equal(doubt(figure({ indicator: 'satisfaction', value: 11 })), 'out_of_range');
  assert.equal(doubt(figure({ value: -1 })), 'out_of_range');
  assert.equal(doubt(figure({ indicator: 'net_satisfaction', value: -0.6 })), null);
  assert.equal(doubt(figure({ indicator: 'online_share', value: 1 })), null);
  const over = figure({ indicator: 'completion', value: null, numerator: 30, denominator: 25 });
  assert.equal(doubt(over), 'part_over_whole');
});

test('a part above its whole is doubtful, and a whole under its part', () => {
  const starts = figure({ indicator: 'starts', value: 25 });
  assert.equal(doubt(figure({ indicator: 'completed', value: 26 }), starts), 'part_over_whole');
  assert.equal(doubt(figure({ indicator: 'completed', value: 25 }), starts), null);
  assert.equal(doubt(starts, figure({ indicator: 'completed', value: 26 })), 'part_over_whole');
  assert.equal(doubt(figure({ indicator: 'completed', value: 26, period: '2018-02' }), starts), null);
  const mobile = { dimensions: { device: 'mobile' } };
  assert.equal(doubt(figure({ ...mobile, value: 11_000 }), figure({})), 'part_over_whole');
  assert.equal(doubt(figure({}), figure({ ...mobile, value: 11_000 })), 'part_over_whole');
  assert.equal(doubt(figure({ ...mobile, value: 9_000 }), figure({})), null);
  const since = { indicator: 'app_downloads', dimensions: { cumulative_since: 'launch' } };
  assert.equal(doubt(figure({ ...since, value: 99_000 }), figure({ indicator: 'app_downloads' })), null);
});

test('a jump is doubtful unless the season or the trend explains it', () => {
  const flat = months(2017, Array(12).fill(10_000));
  const january = (value: number) => figure({ period: '2018-01', value });
  assert.equal(doubt(january(60_000), ...flat), 'sudden_change');
  assert.equal(doubt(january(0), ...flat), 'sudden_change');
  assert.equal(doubt(january(49_000), ...flat), null);
  const seasonal = months(2017, [60_000, ...Array(11).fill(10_000)]);
  assert.equal(doubt(january(70_000), ...seasonal), null, 'each January is so');
  const growing = months(2017, [1_000, 2_000, 5_000, ...Array(9).fill(60_000)]);
  assert.equal(doubt(january(65_000), ...growing), null, 'the last months are so');
  assert.equal(doubt(january(65_000)), null, 'nothing is known to measure it by');
  const few = months(2017, Array(12).fill(40));
  assert.equal(doubt(january(900), ...few), null, 'small counts vary');
  const rate = (value: number, period: string) => figure({ indicator: 'online_share', value, period });
  assert.equal(doubt(rate(0.95, '2018'), rate(0.5, '2017')), 'sudden_change');
  assert.equal(doubt(rate(0.85, '2018'), rate(0.5, '2017')), null);
});

test('doubtful figures and gaps are no measure of others', () => {
  const wild = { ...figure({ period: '2017', value: 900_000 }), status: 'suspect' as const };
  assert.equal(doubt(figure({ period: '2018', value: 10_000 }), wild), null);
  const gap = figure({ period: '2017', value: null });
  assert.equal(doubt(figure({ period: '2018', value: 10_000 }), gap), null);
});

test('what comes in is measured by what the store holds and by what comes with it, in whatever order', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await recordObservations(db, months(2016, Array(12).fill(10_000), subject), signed);
  const batch = [
    figure({ indicator: 'completed', value: 30, period: '2017' }, subject),
    ...months(2017, [11_000, 900_000, 12_000], subject).toReversed(),
    figure({ indicator: 'starts', value: 25, period: '2017' }, subject),
  ];
  const assessed = await assessPlausibility(db, batch);
  assert.deepEqual(
    assessed.map(({ indicator, value, status, reason }) => [indicator, value, status, reason]),
    [
      ['completed', 30, 'suspect', 'part_over_whole'],
      ['visits', 12_000, 'declared', null],
      ['visits', 900_000, 'suspect', 'sudden_change'],
      ['visits', 11_000, 'declared', null],
      ['starts', 25, 'declared', null],
    ],
  );
});

test('what is accepted with a reason keeps its status, and stays accepted when it is sent again', async (t) => {
  const db = await testDatabase(t);
  const subject = await newSubject(db);
  await recordObservations(db, months(2016, Array(12).fill(10_000), subject), signed);
  const peak = { period: '2017-01', value: 900_000 };
  const send = async (said: Partial<FigureInput>) => {
    const assessed = await assessPlausibility(db, [figure({ ...peak, ...said }, subject)]);
    const { recorded } = await recordObservations(db, assessed, signed);
    const one = assessed[0] ?? assert.fail();
    return [one.status, one.acceptedBecause, recorded];
  };
  assert.deepEqual(await send({}), ['suspect', null, 1]);
  assert.deepEqual(await send({ acceptedBecause: 'une campagne nationale' }), [
    'declared',
    'une campagne nationale',
    1,
  ]);
  assert.deepEqual(await send({}), ['declared', 'une campagne nationale', 0]);
  assert.deepEqual(
    await send({ value: 950_000 }),
    ['suspect', null, 1],
    'another value is not the one accepted',
  );
});
