/** What the reviews of one procedure or site say, as JSON says it. */
import { type Evolution, numberOfReviews, type ReviewCounts } from '../../feedback/index.ts';
import { judgeReview, judgeReviews, REVIEW_METHODOLOGY, type ReviewReport } from '../review-report.ts';
import { snakeKeys } from './snake-keys.ts';

/** Figures with the answers that they are made of, the same apart, how they changed, and how forms ended. */
export function reviewReportJson({ view, statistics, forms, ...report }: ReviewReport) {
  const { counts, previous, previousPeriod, byButton, byChannel, byEnding } = statistics;
  const group = (of: ReviewCounts) => ({
    reviews: numberOfReviews(of),
    results: judgeReviews(of, view.period),
  });
  return {
    methodology: REVIEW_METHODOLOGY.id,
    period: view.period,
    filters: {
      button: view.buttonId ?? null,
      channel: view.channel ?? null,
      ending: view.ending ?? null,
    },
    reviews: numberOfReviews(counts),
    results: report.results,
    answers: snakeKeys(counts),
    previous: { period: previousPeriod, reviews: numberOfReviews(previous), results: report.before },
    changes: report.changes,
    by_button: [...byButton].map(([button, of]) => ({ button, ...group(of) })),
    by_channel: [...byChannel].map(([channel, of]) => ({ channel, ...group(of) })),
    by_ending: [...byEnding].map(([ending, of]) => ({ ending, ...group(of) })),
    evolution: report.evolutions.map(toEvolutionJson),
    forms: {
      opened: forms.opened,
      received: forms.received,
      answered: forms.answered,
      completion: forms.completion,
      closed_visits: forms.closed,
      out: forms.out,
    },
    coverage: report.coverage,
  };
}

function toEvolutionJson({ criterion, step, points, breaks }: Evolution) {
  return {
    criterion,
    step,
    points: points.map((point) => ({
      from: point.from,
      to: point.to,
      result: judgeReview(criterion, point.counts, point),
    })),
    breaks,
  };
}
