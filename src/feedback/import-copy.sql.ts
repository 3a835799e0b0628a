/** Earlier reviews that are not there, by `copy`: it takes rows for half of what an insert does. */
import type { Transaction } from '../core/database.ts';
import type { Answer, Contribution } from './review.ts';

/** New reviews with their answers, as lines of `copy`. */
export type ReviewCopy = {
  add(contribution: Contribution, answers: readonly Answer[]): void;
  /** What writes those that were added. */
  end(): (tx: Transaction) => Promise<void>;
};

export function createCopy(): ReviewCopy {
  const [reviews, answers]: [string[], string[]] = [[], []];
  return {
    add(contribution, given) {
      reviews.push(reviewLine(contribution));
      for (const answer of given) answers.push(answerLine(contribution, answer));
    },
    end() {
      const [ofReviews, ofAnswers] = [reviews.join(''), answers.join('')];
      return async (tx) => {
        if (ofReviews === '') return;
        await tx.copy(COPY_REVIEWS, ofReviews);
        await tx.copy(COPY_ANSWERS, ofAnswers);
      };
    },
  };
}

const COPY_REVIEWS = `
  copy feedback.review (subject_id, id, button_id, channel, ending, language, opened_on, received_at, state) from stdin`;
const COPY_ANSWERS = `
  copy feedback.answer (subject_id, review_id, question, version, language, grades, comment, answered_at) from stdin`;

/** What is not text of people holds no character that `copy` would read otherwise. */
function reviewLine({ review, receivedAtMs }: Contribution): string {
  const { subjectId, id, buttonId, channel, ending, language, openedOn } = review;
  const at = instantOf(receivedAtMs);
  return lineOf([subjectId, id, buttonId, channel, ending, language, openedOn, at, 'counted']);
}

function answerLine({ review, receivedAtMs }: Contribution, answer: Answer): string {
  const { question, version, grades, comment } = answer;
  const { subjectId, id, language } = review;
  const text = comment === null ? '\\N' : comment.replaceAll(/[\\\t\n\r]/g, escaped);
  const list = grades.length === 0 ? '{}' : `{"${grades.join('","')}"}`;
  return lineOf([subjectId, id, question, version, language, list, text, instantOf(receivedAtMs)]);
}

const lineOf = (cells: readonly (string | number)[]) => `${cells.join('\t')}\n`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(character: string): string {
  return ESCAPES[character] ?? character;
}

/** Those of a file are few, one a day, and come together. */
const instants = new Map<number, string>();

function instantOf(ms: number): string {
  const known = instants.get(ms);
  if (known !== undefined) return known;
  if (instants.size >= 10_000) instants.clear();
  const instant = new Date(ms).toISOString();
  instants.set(ms, instant);
  return instant;
}
