import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedEdition, publishedProcedure, publishedResult } from '../../test/support/published.ts';
import { drawBinomial, drawNormal, type Random, seededRandom } from '../../test/support/random.ts';
import { addDays, addMonths } from '../core/clock.ts';
import type { GradeCounts } from '../core/figure.ts';
import { sampleOf, welchTest } from '../criteria/index.ts';
import { compareEditions } from './compare-editions.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedPart, PublishedProcedure } from './published-result.ts';

const PROCEDURES = 200;
/** A year, and the quarter that replaces its first one. */
const QUARTERS = Array.from({ length: 5 }, (_, at) => ({
  period_start: addMonths('2024-01-01', 3 * at),
  period_end: addDays(addMonths('2024-01-01', 3 * (at + 1)), -1),
}));

/** How a procedure's users answer: how many a quarter, how they grade, how many need no help. */
type Users = {
  readonly aQuarter: number;
  readonly bad: number;
  readonly medium: number;
  readonly alone: number;
};

/** From the volumes of a public service in demand to those of one that just has its hundred answers a year. */
function drawUsers(random: Random): Users {
  return {
    aQuarter: 25 * Math.exp(6 * random()),
    bad: 0.02 + 0.2 * random(),
    medium: 0.02 + 0.2 * random(),
    alone: 0.4 + 0.55 * random(),
  };
}

/** The answers of one quarter, busy or quiet. */
function drawQuarter(random: Random, users: Users, quarter: (typeof QUARTERS)[number]): PublishedPart {
  const n = Math.round(users.aQuarter * Math.exp(0.7 * drawNormal(random)));
  const bad = drawBinomial(random, n, users.bad);
  const medium = drawBinomial(random, n - bad, users.medium / (1 - users.bad));
  return {
    ...quarter,
    counts: { '0': bad, '5': medium, '10': n - bad - medium },
    numerator: drawBinomial(random, n, users.alone),
    denominator: n,
  };
}

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
const countsOf = (parts: readonly PublishedPart[]): GradeCounts =>
  Object.fromEntries(
    ['0', '5', '10'].map((grade) => [grade, sum(parts.map(({ counts }) => counts?.[grade] ?? 0))]),
  );

/** A procedure as the edition of four of its quarters publishes it. */
function publish(id: number, parts: readonly PublishedPart[]): PublishedProcedure {
  const numerator = sum(parts.map((part) => part.numerator ?? 0));
  const n = sum(parts.map(({ denominator }) => denominator ?? 0));
  const window = {
    period_start: parts[0]?.period_start ?? '',
    as_of: parts.at(-1)?.period_end ?? '',
    parts,
    n,
  };
  const counts = countsOf(parts);
  return publishedProcedure(String(id), {
    satisfaction: publishedResult({ ...window, counts, value: sampleOf(counts)?.mean ?? null }),
    autonomy: publishedResult({ ...window, numerator, denominator: n, value: numerator / n }),
  });
}

/** Two editions a quarter apart; users of the first `worse` procedures are of another mind in the last quarter. */
function drawEditions(random: Random, worse = 0): [before: PublishedEdition, after: PublishedEdition] {
  const quarters = Array.from({ length: PROCEDURES }, (_, id) => {
    const users = drawUsers(random);
    const changed = id < worse ? { ...users, aQuarter: users.aQuarter + 400, bad: users.bad + 0.25 } : users;
    return QUARTERS.map((quarter, at) => drawQuarter(random, at === 4 ? changed : users, quarter));
  });
  const editionOf = (first: number) => ({
    ...publishedEdition([]),
    procedures: quarters.map((parts, id) => publish(id, parts.slice(first, first + 4))),
  });
  return [editionOf(0), editionOf(1)];
}

const spreadOf = (list: readonly number[]) => Math.sqrt(sum(list.map((each) => each ** 2)) / list.length);

test('where nothing changed, one comparison in twenty at most claims a change', () => {
  const RUNS = 60;
  const random = seededRandom(20250930);
  const statistics: number[] = [];
  const overWindows: number[] = [];
  let wrong = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { changes } = compareEditions(...drawEditions(random));
    wrong += changes.some(({ kind }) => kind === 'rise' || kind === 'fall') ? 1 : 0;
    for (const { test: made, before, after } of changes) {
      if (made === null) continue;
      statistics.push(made.statistic);
      const [was, is] = [before?.counts, after?.counts].map((counts) => counts && sampleOf(counts));
      if (was && is) overWindows.push(welchTest(was, is)?.statistic ?? 0);
    }
  }
  const monteCarlo = 2 * Math.sqrt((0.05 * 0.95) / RUNS);
  assert.ok(wrong / RUNS <= 0.05 + monteCarlo, `${wrong} of ${RUNS}`);
  assert.ok(Math.abs(spreadOf(statistics) - 1) < 0.03, 'a statistic has the spread of the law it is read in');
  assert.ok(
    Math.abs(spreadOf(overWindows) - 0.5) < 0.03,
    'over whole windows, three quarters shared, it has half of it: changes would be missed',
  );
});

test('changes of mind in the quarter that entered are found, and hardly any other', () => {
  const CHANGED = 20;
  const { changes } = compareEditions(...drawEditions(seededRandom(20251015), CHANGED));
  const claimed = changes.filter(({ kind }) => kind === 'rise' || kind === 'fall');
  const found = claimed.filter(({ procedure }) => Number(procedure.id) < CHANGED);
  assert.ok(found.length >= CHANGED * 0.9, `${found.length} of ${CHANGED}`);
  assert.ok(
    found.every(({ criterion, kind, better }) => criterion === 'satisfaction' && kind === 'fall' && !better),
  );
  assert.ok(claimed.length - found.length <= 3, `${claimed.length} claimed`);
});
