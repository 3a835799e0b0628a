/** Response figures over a period, from the counts of its days. Pure. */
import { addHistograms } from '../core/time-histogram.ts';
import { byVerdict } from './minute-day.ts';
import { VERDICTS } from './outcome.ts';
import type { DayCounts, HoursCounts } from './packed-day.ts';
import { type ResponseFigures, type ResponseSums, responseOf, type SampleCounts } from './response.ts';

/** @param days of targets from points of measure, in any order */
export function responseFigures(days: readonly DayCounts[]): ResponseFigures {
  const business = addSums(days.map((day) => day.business));
  const other = addSums(days.map((day) => day.other));
  const byDay = Map.groupBy(days, ({ day }) => day);
  const byVantage = Map.groupBy(days, ({ vantageId }) => vantageId);
  return {
    whole: responseOf(addSums([business, other])),
    business: responseOf(business),
    other: responseOf(other),
    days: [...byDay]
      .sort(([one], [another]) => (one < another ? -1 : 1))
      .map(([day, given]) => ({ day, response: responseOf(wholeOf(given)) })),
    vantages: [...byVantage]
      .sort(([one], [another]) => one - another)
      .map(([vantageId, given]) => ({
        vantageId,
        samples: samplesOf(given),
        response: responseOf(wholeOf(given)),
      })),
  };
}

function wholeOf(days: readonly DayCounts[]): ResponseSums {
  return addSums(days.flatMap(({ business, other }): HoursCounts[] => [business, other]));
}

function addSums(given: readonly ResponseSums[]): ResponseSums {
  const total = (read: (sums: ResponseSums) => number) => given.reduce((sum, one) => sum + read(one), 0);
  return {
    sumMs: total(({ sumMs }) => sumMs),
    histogram: addHistograms(given.map(({ histogram }) => histogram)),
    satisfied: total(({ satisfied }) => satisfied),
    tolerated: total(({ tolerated }) => tolerated),
    failed: total(({ failed }) => failed),
  };
}

function samplesOf(days: readonly DayCounts[]): SampleCounts {
  const sums = VERDICTS.map(() => 0);
  for (const { verdicts } of days) {
    for (const [place, n] of verdicts.entries()) {
      const verdict = place % VERDICTS.length;
      sums[verdict] = (sums[verdict] ?? 0) + n;
    }
  }
  return byVerdict(sums);
}
