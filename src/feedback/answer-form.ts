/** What a form sends becomes answers: the closed codes of its question, as they are counted. Pure. */
import {
  CONTACT_MEANS,
  type ContactMeans,
  FIVE_GRADES,
  OTHER_MEANS,
  type Question,
} from './questionnaire.ts';
import type { Answer } from './review.ts';

/** Longest comment that is taken, in characters (UTF-16 units, as browsers count them). */
export const COMMENT_LIMIT = 5_000;

/** What is wrong with an answer; each language has words for each. */
export const ANSWER_FAULTS = ['required', 'unknown_choice', 'none_excludes', 'too_long'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export type FieldFault = { readonly field: string; readonly fault: AnswerFault };

/** The fields of a form as sent: a name may come several times. */
export type FormFields = Pick<URLSearchParams, 'get' | 'getAll'>;

export type ReadAnswers =
  | { readonly answers: readonly Answer[]; readonly meansTried: readonly ContactMeans[] }
  | { readonly faults: readonly FieldFault[] };

/** The field in which the answer to a part of a question is sent. */
export const fieldOf = {
  question: (id: string) => id,
  reached: (means: ContactMeans) => `reached_${means}`,
  quality: (means: ContactMeans) => `quality_${means}`,
} as const;

export type HowToRead = {
  /** True for the first question of a questionnaire. */
  readonly isRequired: boolean;
  /**
   * Whether boxes left unchecked and a comment left blank withdraw what was said before: where what was said is shown. A
   * page that shows nothing of it, as one that was loaded again, says nothing when it is left blank.
   */
  readonly withdraws: boolean;
  /** Help that the page named when it was sent before, as far as it shows it. */
  readonly namedBefore?: readonly string[];
};

/**
 * The answers to one question, in the state that its form shows.
 *
 * @returns the answers, and the means of contact tried, of which the next question may ask; or every fault
 */
export function readAnswers(question: Question, fields: FormFields, how: HowToRead): ReadAnswers {
  const read = readGiven(question, fields, how);
  if ('faults' in read || how.withdraws || read.answers.some(({ grades }) => grades.length > 0)) return read;
  return { ...read, answers: [] };
}

function readGiven(
  question: Question,
  fields: FormFields,
  { isRequired, namedBefore = [] }: HowToRead,
): ReadAnswers {
  const { id, version } = question;
  const field = fieldOf.question(id);
  const values = fields.getAll(field).filter((value) => value !== '');
  if (isRequired && values.length === 0) return { faults: [{ field, fault: 'required' }] };
  const [value] = values;
  switch (question.kind) {
    case 'choice': {
      const chosen = question.options.find(({ code }) => code === value);
      return one(field, version, value, chosen?.grade);
    }
    case 'scale':
      return one(field, version, value, FIVE_GRADES[Number(value) - 1]);
    case 'help':
      return readHelp(version, values, namedBefore);
    case 'help_outcome':
      return readOutcome(version, fields);
    case 'comment':
      return readComment(version, fields.get(field) ?? '');
  }
}

function one(question: string, version: string, value: string | undefined, grade: string | undefined) {
  if (value !== undefined && grade === undefined) {
    return { faults: [{ field: question, fault: 'unknown_choice' as const }] };
  }
  // A choice left blank says nothing: radio buttons cannot be unchecked, and a page shown again has lost theirs.
  const answers = grade === undefined ? [] : [{ question, version, grades: [grade], comment: null }];
  return { answers, meansTried: [] };
}

function readHelp(version: string, values: readonly string[], namedBefore: readonly string[]): ReadAnswers {
  const known: readonly string[] = ['none', ...CONTACT_MEANS, ...OTHER_MEANS];
  if (!values.every((value) => known.includes(value))) {
    return { faults: [{ field: 'help', fault: 'unknown_choice' }] };
  }
  if (values.includes('none') && values.some((value) => value !== 'none')) {
    return { faults: [{ field: 'help', fault: 'none_excludes' }] };
  }
  const meansTried = CONTACT_MEANS.filter((means) => values.includes(means));
  const tried = known.filter((means) => means !== 'none' && values.includes(means));
  const grades = tried.length > 0 ? ['tried', ...tried] : [...new Set(values)];
  const help: Answer = { question: 'help', version, grades, comment: null };
  // Who had tried a means and now says otherwise has not been helped by it either. How the others went is asked again.
  const isTakenBack = CONTACT_MEANS.some((means) => namedBefore.includes(means) && !values.includes(means));
  const withdrawn = meansTried.length > 0 && !isTakenBack ? [] : outcome(version, [], []);
  return { answers: [help, ...withdrawn], meansTried };
}

function readOutcome(version: string, fields: FormFields): ReadAnswers {
  const faults: FieldFault[] = [];
  const reached: [ContactMeans, boolean][] = [];
  const qualities: [ContactMeans, string][] = [];
  for (const means of CONTACT_MEANS) {
    const [reachedField, qualityField] = [fieldOf.reached(means), fieldOf.quality(means)];
    const [said, steps] = [fields.get(reachedField) || null, fields.get(qualityField) || null];
    if (said !== null && said !== 'yes' && said !== 'no') {
      faults.push({ field: reachedField, fault: 'unknown_choice' });
      continue;
    }
    if (said !== null) reached.push([means, said === 'yes']);
    const grade = FIVE_GRADES[Number(steps) - 1];
    if (steps !== null && grade === undefined) faults.push({ field: qualityField, fault: 'unknown_choice' });
    // Of a means by which nobody was reached, there is no help to judge.
    if (grade !== undefined && said === 'yes') qualities.push([means, grade]);
  }
  return faults.length > 0 ? { faults } : { answers: outcome(version, reached, qualities), meansTried: [] };
}

/**
 * Both answers about help hold, beside the means one by one, what the review says as a whole, `sum/number`: the means of
 * one review are not independent, and intervals take reviews as clusters (method.md §1).
 */
function outcome(
  version: string,
  reached: readonly (readonly [ContactMeans, boolean])[],
  qualities: readonly (readonly [ContactMeans, string])[],
): Answer[] {
  const yes = reached.filter(([, isReached]) => isReached).length;
  const sum = qualities.reduce((total, [, grade]) => total + Number(grade), 0);
  return [
    {
      question: 'help_reached',
      version,
      grades: summed(
        yes,
        reached.map(([means, isReached]) => `${means}=${isReached ? 'yes' : 'no'}`),
      ),
      comment: null,
    },
    {
      question: 'help_quality',
      version,
      grades: summed(
        sum,
        qualities.map(([means, grade]) => `${means}=${grade}`),
      ),
      comment: null,
    },
  ];
}

function summed(sum: number, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${sum}/${parts.length}`, ...parts];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function readComment(version: string, sent: string): ReadAnswers {
  const comment = sent.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL_CHARACTERS, '').toWellFormed().trim();
  if (comment.length > COMMENT_LIMIT) return { faults: [{ field: 'comment', fault: 'too_long' }] };
  const isGiven = comment !== '';
  return {
    answers: [
      { question: 'comment', version, grades: isGiven ? ['given'] : [], comment: isGiven ? comment : null },
    ],
    meansTried: [],
  };
}
