/**
 * Questionnaires: versioned data. What is asked, in which order, with which answers and which grades; and, in each
 * language, the words. A version is never changed: another wording or scale is another version of the question.
 */
import { z } from 'zod';
import { type FieldError, VigieError } from '../core/errors.ts';

/** Means of contact of an administration: one may try them, reach somebody or not, and be helped well or not. */
export const CONTACT_MEANS = ['counter', 'phone', 'email', 'online'] as const;
export type ContactMeans = (typeof CONTACT_MEANS)[number];
/** Help that is not that of the administration. */
export const OTHER_MEANS = ['relative', 'support', 'web'] as const;
export type OtherMeans = (typeof OTHER_MEANS)[number];

/** Grades of five steps, from the worst. */
export const FIVE_GRADES = ['0', '2.5', '5', '7.5', '10'] as const;

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const code = z.string().regex(CODE, 'write lower-case letters, digits and _, at most 40');
const grade = z.string().regex(/^[a-z0-9._]{1,20}$/, 'write lower-case letters, digits, . and _, at most 20');
const text = z.string().min(1).max(1_000);

/**
 * How a question is asked and answered:
 * - `choice`: one of `options`, shown as large buttons, each of which sends the form;
 * - `scale`: one of five steps, 1 to 5, counted from 0 to 10;
 * - `help`: the means tried, or `none`, which excludes the others;
 * - `help_outcome`: of each means of contact tried, whether somebody was reached, and how good the help was. It answers
 *   two questions, `help_reached` and `help_quality`, and is asked only of who tried one;
 * - `comment`: a text.
 */
const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    id: code,
    version: code,
    options: z.array(z.strictObject({ code, grade })).min(2).max(7),
  }),
  z.strictObject({ kind: z.literal('scale'), id: code, version: code }),
  z.strictObject({ kind: z.literal('help'), id: z.literal('help'), version: code }),
  z.strictObject({ kind: z.literal('help_outcome'), id: z.literal('help_outcome'), version: code }),
  z.strictObject({ kind: z.literal('comment'), id: z.literal('comment'), version: code }),
]);
export type Question = z.infer<typeof questionSchema>;

const wordingSchema = z.strictObject({
  /** What is asked as a whole, as buttons bear it: "Je donne mon avis". */
  title: z.string().min(1).max(80),
  questions: z.record(
    z.string(),
    z.strictObject({ label: text, hint: text.optional(), options: z.record(z.string(), text).optional() }),
  ),
});
/** The words of a questionnaire in one language: of each question by its id, of each answer by its code. */
export type Wording = z.infer<typeof wordingSchema>;

export const questionnaireSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'write lower-case letters, digits and hyphens, at most 40'),
  version: z.int().min(1).max(9_999),
  /** In the order in which they are asked, one a page. The first must be answered. */
  questions: z.array(questionSchema).min(1).max(12),
  wording: z.record(z.string().regex(/^[a-z]{2}$/), wordingSchema),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** The latest version of the questionnaire of this id; null when there is none. */
export function latestVersion(questionnaires: Iterable<Questionnaire>, id: string): Questionnaire | null {
  let latest: Questionnaire | null = null;
  for (const one of questionnaires) {
    if (one.id === id && one.version > (latest?.version ?? 0)) latest = one;
  }
  return latest;
}

/** The codes of the answers to a question, each of which has words. */
export function answerCodes(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.map((option) => option.code);
    case 'scale':
      return ['1', '2', '3', '4', '5'];
    case 'help':
      return ['none', ...CONTACT_MEANS, ...OTHER_MEANS];
    case 'help_outcome':
      return [...CONTACT_MEANS, 'yes', 'no', '1', '2', '3', '4', '5'];
    case 'comment':
      return [];
  }
}

/**
 * A questionnaire from what somebody wrote.
 * @throws VigieError InvalidInput with every fault: form, ids twice, words that a language lacks
 */
export function parseQuestionnaire(document: unknown): Questionnaire {
  const parsed = questionnaireSchema.safeParse(document);
  const faults = parsed.success
    ? faultsOf(parsed.data)
    : parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new VigieError('InvalidInput', 'The questionnaire cannot be used as written.', faults);
}

/**
 * What is no question: other fields and addresses of the form, the anchors of its pages, and what its script asks of a form,
 * which a field of that name would hide.
 */
const RESERVED_IDS = [
  ...['f', 'merci', 'moyens', 'ne_pas_remplir', 'essai', 'deja', 'help_reached', 'help_quality'],
  ...['content', 'question', 'status', 'hint', 'length', 'personal'],
  ...['action', 'closest', 'dataset', 'elements', 'prepend', 'submit'],
];

function faultsOf({ questions, wording }: Questionnaire): FieldError[] {
  const ids = questions.map(({ id }) => id);
  const reserved = ids.filter((id) => RESERVED_IDS.includes(id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const faults = [
    ...twice.map((id) => ({ path: `questions.${id}`, message: 'is asked twice; keep one' })),
    ...reserved.map((id) => ({
      path: `questions.${id}`,
      message: 'is a name of the form itself; choose another',
    })),
  ];
  if (Object.keys(wording).length === 0)
    faults.push({ path: 'wording', message: 'is in no language; add one' });
  const [first] = questions;
  if (first !== undefined && first.kind !== 'choice' && first.kind !== 'scale') {
    faults.push({ path: 'questions.0.kind', message: 'the first question must be a choice or a scale' });
  }
  for (const question of questions) faults.push(...faultsOfScale(question));
  for (const [language, words] of Object.entries(wording)) {
    for (const question of questions) {
      const said = words.questions[question.id];
      const path = `wording.${language}.questions.${question.id}`;
      if (said === undefined) faults.push({ path, message: 'is missing; add its words' });
      for (const one of answerCodes(question)) {
        if (said !== undefined && said.options?.[one] === undefined) {
          faults.push({ path: `${path}.options.${one}`, message: 'is missing; add its words' });
        }
      }
    }
  }
  return faults;
}

/** Figures add up the answers to these questions of whatever questionnaire: their scales are those of the method. */
function faultsOfScale(question: Question): FieldError[] {
  const { id, kind } = question;
  if (id === 'clarity' && kind !== 'scale') {
    return [
      {
        path: 'questions.clarity.kind',
        message: 'figures take it for a scale of five; write scale, or another id',
      },
    ];
  }
  if (id !== 'satisfaction' || kind === 'scale') return [];
  const marks = kind === 'choice' ? question.options.map(({ grade: one }) => one) : [];
  if (marks.length > 0 && marks.every((one) => /^(?:10|\d(?:\.\d+)?)$/.test(one))) return [];
  const message =
    'figures take it for marks from 0 to 10; make it a choice whose grades are, or write another id';
  return [{ path: 'questions.satisfaction.options', message }];
}

/** The question that is asked after another; null at the end. Who tried no means of contact is not asked how it went. */
export function questionAfter(
  { questions }: Questionnaire,
  { id }: Pick<Question, 'id'>,
  meansTried: readonly ContactMeans[],
): Question | null {
  const at = questions.findIndex((one) => one.id === id);
  const after = questions.slice(at + 1);
  return after.find(({ kind }) => kind !== 'help_outcome' || meansTried.length > 0) ?? null;
}
