/**
 * Feedback: what users say of procedures and reception sites. Owns buttons, questionnaires, reviews and their answers,
 * the intake that loses none of them, the redaction of comments, and the counts that figures are made of; the schema
 * `feedback`.
 */
export * from './answer-form.ts';
export * from './button.sql.ts';
export * from './button.ts';
export { type CountsTogether, readCountsTogether } from './counts-together.sql.ts';
export * from './erase.sql.ts';
export * from './form-token.ts';
export { EARLIER_REVIEW_COLUMNS } from './import-line.ts';
export { type ImportReviewsOptions, importReviews, type ReviewImport } from './import-reviews.ts';
export {
  createIntake,
  DROP_REASONS,
  type Dropped,
  type DropReason,
  FORM_FIELDS,
  type Intake,
  type Kept,
  type Submission,
} from './intake.ts';
export { keepContributions } from './keep.sql.ts';
export type { FormLanguage, FormWords, Notice } from './languages/form-language.ts';
export { FORM_LANGUAGES, formLanguage, SHIPPED_QUESTIONNAIRES } from './languages/index.ts';
export { type Feedback, formsFile, openFeedback } from './open-feedback.ts';
export { addOpenings } from './opening.sql.ts';
export type { Opening, OpeningKind } from './opening.ts';
export { listOutOfFigures, type OutOfFigures } from './out-of-figures.sql.ts';
export { packCounts } from './pack.sql.ts';
export * from './quarantine.sql.ts';
export * from './questionnaire.sql.ts';
export * from './questionnaire.ts';
export { countReceived, LONGEST_WINDOW_MS, type ReviewWindow } from './received.sql.ts';
export * from './recount.sql.ts';
export * from './redaction.ts';
export * from './registry.sql.ts';
export * from './registry.ts';
export * from './review.ts';
export { listFacts } from './review-facts.sql.ts';
export { answersOf, type ReviewAnswers, reviewFact } from './review-facts.ts';
export * from './review-statistics.ts';
export { AVIS, SIGNALEMENT } from './shipped.ts';
export * from './statistics.sql.ts';
export * from './statistics.ts';
export * from './totals.sql.ts';
