import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from './observation.ts';
import { type FigureInput, readFigure } from './read-figure.ts';

const ABOUT = { source: 'Rapport', origin: 'declared', today: '2026-11-01' } as const;
const VISITS = { indicator: 'visits', period: '2017', value: 1_000 } as const;

function read(input: FigureInput): Observation {
  const faults: string[] = [];
  const found = readFigure(7, input, ABOUT, (path, message) => faults.push(`${path} ${message}`));
  assert.deepEqual(faults, []);
  return found ?? assert.fail('nothing was read');
}

function faults(input: FigureInput): string[] {
  const paths: string[] = [];
  const found = readFigure(7, input, ABOUT, (path) => paths.push(path));
  assert.equal(found, null);
  return paths;
}

test('a figure is read with its period, its words and its source', () => {
  const one = read({
    ...VISITS,
    value: '1 234 567',
    qualifier: 'more_than',
    dimensions: { device: 'mobile' },
    population: 'usagers',
    note: 'un record',
    reference: 'v-1',
    n: 12,
  });
  assert.deepEqual(
    [one.subjectId, one.value, one.status, one.periodStart, one.periodEnd, one.qualifier, one.n],
    [7, 1_234_567, 'declared', '2017-01-01', '2017-12-31', 'more_than', 12],
  );
  assert.deepEqual(
    [one.populationFr, one.populationEn, one.noteFr, one.reference],
    ['usagers', null, 'un record', 'v-1'],
  );
  assert.deepEqual([one.source, one.origin, one.dimensions], ['Rapport', 'declared', { device: 'mobile' }]);
});

test('percents become shares to the last digit', () => {
  const share = (value: string | number) => read({ indicator: 'online_share', period: '2017', value }).value;
  assert.deepEqual(
    [share('40 %'), share('33,3 %'), share('80.9%'), share('0,4'), share(0.4)],
    [0.4, 0.333, 0.809, 0.4, 0.4],
  );
  assert.equal(read({ indicator: 'visit_growth', period: '2017', value: '-15 %' }).value, -0.15);
  assert.equal(share('140 %'), 1.4, 'a share above 1 is kept: whether it is doubtful is told later');
});

test('no value is a gap with its reason, never zero, and zero is a value', () => {
  const told = (input: Partial<FigureInput>) => {
    const { status, value } = read({ ...VISITS, ...input });
    return [status, value];
  };
  assert.deepEqual(told({ value: null }), ['not_reported', null]);
  assert.deepEqual(told({ value: null, status: 'not_applicable' }), ['not_applicable', null]);
  assert.deepEqual(told({ value: 0 }), ['declared', 0]);
  assert.deepEqual(told({ value: 5, status: 'measured' }), ['measured', 5]);
  assert.equal(read({ ...VISITS, value: null, qualifier: 'nearly' }).qualifier, 'exact');
});

test('25 starts without a count of ends is missing, with none 0 %, of no start not applicable', () => {
  const rate = (numerator: number | undefined, denominator: number, value: number | null = null) => {
    const input = { indicator: 'completion', period: '2017', value, denominator };
    return numerator === undefined ? faults(input) : read({ ...input, numerator });
  };
  assert.deepEqual(rate(undefined, 25), ['numerator']);
  const none = rate(0, 25) as Observation;
  assert.deepEqual([none.status, none.value, none.numerator, none.denominator], ['declared', 0, 0, 25]);
  const nothing = rate(0, 0) as Observation;
  assert.deepEqual([nothing.status, nothing.value], ['not_applicable', null]);
  assert.equal((rate(1, 3, 0.33) as Observation).value, 1 / 3);
});

test('a rate and its two sides must say one thing', () => {
  const rate = { indicator: 'completion', period: '2017' };
  assert.deepEqual(faults({ ...rate, value: 0.5, numerator: 1, denominator: 3 }), ['value']);
  assert.deepEqual(faults({ ...rate, value: null, numerator: 1, denominator: 0 }), ['denominator']);
  assert.deepEqual(faults({ ...rate, value: null, numerator: 1, denominator: -3 }), ['denominator']);
  assert.deepEqual(faults({ ...VISITS, numerator: 1, denominator: 3 }), ['numerator']);
});

test('each fault is told by its field, all of them at once', () => {
  const wrong = {
    indicator: 'visits',
    period: '2017-13',
    value: 'many',
    status: 'suspect',
    qualifier: 'around',
    dimensions: { device: 'watch', Country: 'FR', country: 'fr', step: ' ' },
    n: 1.5,
    note: 'two\nlines',
  };
  const expected = [
    'dimensions.Country',
    'dimensions.country',
    'dimensions.device',
    'dimensions.step',
    'n',
    'note',
  ];
  assert.deepEqual(faults(wrong).sort(), [...expected, 'period', 'qualifier', 'status', 'value']);
});

test('what cannot be meant is refused with its remedy', () => {
  assert.deepEqual(faults({ ...VISITS, indicator: 'visitz' }), ['indicator']);
  assert.deepEqual(faults({ ...VISITS, period: '2026' }), ['period'], 'the year is not over');
  assert.deepEqual(faults({ ...VISITS, period: '1066' }), ['period']);
  assert.deepEqual(faults({ indicator: 'online_declarations', period: '2017-01', value: 5 }), ['period']);
  assert.deepEqual(faults({ ...VISITS, value: '40 %' }), ['value']);
  assert.deepEqual(faults({ ...VISITS, value: 1e300 }), ['value']);
  assert.deepEqual(faults({ ...VISITS, value: Number.NaN }), ['value']);
  assert.deepEqual(faults({ ...VISITS, value: 5, status: 'not_reported' }), ['value']);
  assert.deepEqual(faults({ ...VISITS, value: null, status: 'declared' }), ['value']);
  assert.deepEqual(faults({ indicator: 'online_share', period: '2017', value: '40' }), ['value']);
  assert.deepEqual(faults({ indicator: 'authentication', period: '2017', value: ' ' }), ['value']);
});
