/** The answers behind a figure, as they are counted: what they give, how many they are, and whether they can be so. */
import type { Fact, GradeCounts } from '../core/figure.ts';
import type { CriterionDefinition } from './criterion.ts';
import { meanFromCounts } from './statistics.ts';

export type Answers = Pick<Fact, 'counts' | 'numerator' | 'denominator'>;

/**
 * A share that its source rounded to a percent still agrees with its numerator and denominator; a mark rounded to a
 * tenth with its answers, ten times as far.
 */
const AGREEMENT = 0.005;
/** The last digits of a computation in binary. */
const PRECISION = 1e-9;

/** The unrounded value that answers give, in the unit of the criterion; null when they are not known. */
export function valueOfAnswers(
  { gradesPerUnit }: Pick<CriterionDefinition, 'gradesPerUnit'>,
  { counts, numerator, denominator }: Answers,
): number | null {
  if (numerator !== null && denominator !== null && denominator !== 0) return numerator / denominator;
  const mean = counts === null ? null : meanFromCounts(counts);
  return mean === null ? null : mean / gradesPerUnit;
}

/** How many answers were counted; null when they are not known, or when the criterion does not rest on answers. */
export function numberOfAnswers(
  { sampling }: CriterionDefinition,
  { counts, denominator }: Answers,
): number | null {
  if (sampling === 'share_of_answers') return denominator;
  if (sampling === 'none' || counts === null) return null;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * What is wrong with answers as counted, and with the number of them that is stated beside: a count that is negative or
 * not whole, a part greater than its whole, another n.
 * @returns the fault in words, or null
 */
export function faultOfAnswers(
  definition: CriterionDefinition,
  { n, ...answers }: Answers & { readonly n: number | null },
): string | null {
  const { counts, numerator, denominator } = answers;
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const grades = Object.entries(counts ?? {});
  if (n !== null && !isCount(n)) return `n ${n} is not a whole number of answers`;
  if (!grades.every(([grade]) => Number(grade) >= 0 && Number(grade) <= 10))
    return 'a grade is not from 0 to 10';
  if (!grades.every(([, count]) => isCount(count))) return 'a count of answers is not a whole number';
  if (numerator !== null && denominator !== null) {
    if (numerator < 0 || denominator < 0) return 'a side of the ratio is negative';
    if (definition.unit === 'share' && numerator > denominator)
      return `${numerator} is more than all of ${denominator}`;
  }
  const counted = numberOfAnswers(definition, answers);
  return counted === null || n === null || counted === n
    ? null
    : `n is ${n}, and ${counted} answers are counted`;
}

/**
 * What is wrong with the reviews that answers are said to belong to (core/figure.ts): other answers than those counted,
 * more reviews than answers, or squares that no reviews have.
 * @returns the fault in words, or null
 */
export function faultOfClusters(
  definition: CriterionDefinition,
  { clusters: sums, ...answers }: Answers & Pick<Fact, 'clusters'>,
): string | null {
  if (sums === null) return null;
  const { clusters, answers: size, total, answersSquared, totalSquared, answersByTotal } = sums;
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (![clusters, size, answersSquared].every(isCount)) return 'a number of reviews or answers is not whole';
  if (Math.min(total, totalSquared, answersByTotal) < 0) return 'a sum over reviews is negative';
  if (clusters > size) return `${clusters} reviews have no more than ${size} answers`;
  const counted = numberOfAnswers(definition, answers);
  if (counted !== null && counted !== size) return `reviews hold ${size} answers, and ${counted} are counted`;
  const given = answers.counts === null ? answers.numerator : sumOfGrades(answers.counts);
  if (given !== null && !isEqual(given, total))
    return `reviews add up to ${total}, and their answers to ${given}`;
  const isPossible =
    size <= answersSquared &&
    isAtMost(size ** 2, clusters * answersSquared) &&
    isAtMost(total ** 2, clusters * totalSquared) &&
    isAtMost(answersByTotal ** 2, answersSquared * totalSquared);
  return isPossible ? null : 'no reviews have these sums of squares';
}

function sumOfGrades(counts: GradeCounts): number {
  return Object.entries(counts).reduce((sum, [grade, count]) => sum + Number(grade) * count, 0);
}

function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) <= PRECISION * Math.max(1, Math.abs(one));
}

function isAtMost(one: number, other: number): boolean {
  return one <= other || isEqual(one, other);
}

/**
 * True when a value is what its answers give: exactly where it was computed from them (a sampled criterion), else as
 * far as a source may round it.
 */
export function agreesWithAnswers(definition: CriterionDefinition, value: number, answers: Answers): boolean {
  const given = valueOfAnswers(definition, answers);
  if (given === null) return true;
  const margin = definition.sampling === 'none' ? AGREEMENT : 0;
  return Math.abs(value - given) <= margin + PRECISION * Math.max(1, Math.abs(given));
}

/** True when a value, which a person may have rounded, is not far from what its answers give. */
export function isNearAnswers(definition: CriterionDefinition, value: number, answers: Answers): boolean {
  const given = valueOfAnswers(definition, answers);
  const margin = definition.unit === 'share' ? AGREEMENT : 10 * AGREEMENT;
  return given === null || Math.abs(value - given) <= margin + PRECISION;
}
