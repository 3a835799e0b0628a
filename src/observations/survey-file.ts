/** The file of a survey (docs/surveys.md): JSON, one survey with its waves. */
import { type FieldError, VigieError } from '../core/errors.ts';
import { NO_FIGURE } from '../core/figure.ts';
import { findIndicator } from './indicator.ts';
import { NO_WORDS, type Observation } from './observation.ts';
import { dimensionsOf, groupsOf, indicatorOf, isSameQuestion, peopleOf } from './survey.ts';
import {
  type AnswerValue,
  type SurveyFile,
  surveyFileSchema,
  type Wave,
  waveSchema,
} from './survey-schema.ts';

type FileWave = SurveyFile['waves'][number];
type FileQuestion = FileWave['questions'][number];
type Tell = (path: string, message: string) => void;

/**
 * Reads the file of a survey.
 * @throws VigieError InvalidInput with every fault of the form at once, else every contradiction at once
 */
export function readSurvey(bytes: Uint8Array): SurveyFile {
  const parsed = surveyFileSchema.safeParse(parseJson(bytes));
  const faults = parsed.success
    ? contradictionsOf(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'the file', message }));
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new VigieError('InvalidInput', 'Nothing was written: the survey cannot be used as written.', faults);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new VigieError('InvalidInput', `The file is not JSON in UTF-8 (${(error as Error).message}).`);
  }
}

/** The wave without the figures that its file carries: these are observations, and stand nowhere else. */
export function waveOf(wave: FileWave): Wave {
  const questions = wave.questions.map((question) => ({
    ...question,
    answers: question.answers.map(({ values, ...answer }) => answer),
  }));
  return waveSchema.parse({ ...wave, questions });
}

/** The figures that the file of a wave carries, as observations of the survey. */
export function observationsOf(wave: FileWave, subjectId: number): Observation[] {
  return wave.questions.flatMap((question) =>
    question.answers.flatMap((answer) =>
      answer.values.map((given): Observation => {
        const group = groupsOf(wave, question).find((one) => (one?.code ?? null) === given.group) ?? null;
        const n = question.measure === 'place' ? null : peopleOf(wave, question, group);
        return {
          ...NO_FIGURE,
          ...NO_WORDS,
          subjectId,
          indicator: indicatorOf(question),
          dimensions: dimensionsOf(answer, group),
          qualifier: 'exact',
          status: given.status ?? 'measured',
          value: given.status === undefined ? givenValue(given, n) : null,
          n,
          numerator: given.count ?? null,
          denominator: given.count === undefined ? null : n,
          populationFr: (question.asked?.who ?? wave.population).fr,
          populationEn: (question.asked?.who ?? wave.population).en,
          periodStart: wave.from,
          periodEnd: wave.to,
          source: wave.source.fr,
          origin: 'imported',
          sourcePrecision: given.rounded ?? null,
        };
      }),
    ),
  );
}

function givenValue({ share, count, place }: AnswerValue, n: number | null): number | null {
  return share ?? place ?? (count !== undefined && n !== null ? count / n : null);
}

function contradictionsOf({ waves }: SurveyFile): FieldError[] {
  const faults: FieldError[] = [];
  const tell: Tell = (path, message) => void faults.push({ path, message });
  refuseTwice(waves, 'waves', ({ code }) => code, tell);
  for (const [at, wave] of waves.entries()) {
    checkWave(wave, `waves.${at}`, tell);
    for (const [number, question] of wave.questions.entries()) {
      const said = waves
        .slice(0, at)
        .flatMap(({ questions }) => questions)
        .find(({ code, version }) => code === question.code && version === question.version);
      if (said !== undefined && !isSameQuestion(said, question)) {
        tell(
          `waves.${at}.questions.${number}.version`,
          'another wave words this version otherwise; write another',
        );
      }
    }
  }
  return faults;
}

function checkWave(wave: FileWave, path: string, tell: Tell): void {
  if (wave.from > wave.to) tell(`${path}.to`, `is before ${wave.from}; write a later day`);
  refuseTwice(wave.groups, `${path}.groups`, ({ kind, code }) => `${kind} ${code}`, tell);
  refuseTwice(wave.questions, `${path}.questions`, ({ code }) => code, tell);
  const figures = wave.questions.flatMap((question, at) =>
    question.answers.map((answer) => ({
      at,
      key: JSON.stringify([indicatorOf(question), answer.key, question.by]),
    })),
  );
  for (const [number, { at, key }] of figures.entries()) {
    if (figures.slice(0, number).some((one) => one.key === key))
      tell(`${path}.questions.${at}`, 'has an answer of the same indicator and key as another; change a key');
  }
  const told = wave.groups.reduce((most, { people }) => Math.max(most, people ?? 0), 0);
  if (wave.people !== null && told > wave.people)
    tell(`${path}.groups`, `a group has ${told} people, the wave ${wave.people}; correct one`);
  for (const [at, question] of wave.questions.entries())
    checkQuestion(wave, question, `${path}.questions.${at}`, tell);
}

function checkQuestion(wave: FileWave, question: FileQuestion, path: string, tell: Tell): void {
  const unit = findIndicator(indicatorOf(question))?.unit;
  if (unit === undefined) tell(`${path}.indicator`, `there is no indicator ${indicatorOf(question)}`);
  else if ((question.measure === 'share') !== (unit === 'share'))
    tell(`${path}.indicator`, `${indicatorOf(question)} is no ${question.measure}`);
  if (question.measure === 'place' && question.among === null)
    tell(`${path}.among`, 'is missing; write among how many places are given');
  if (question.by !== null && groupsOf(wave, question).length === 0)
    tell(`${path}.by`, `there is no group of the kind ${question.by}`);
  if ((question.asked?.people ?? 0) > (wave.people ?? Number.POSITIVE_INFINITY))
    tell(`${path}.asked.people`, 'is more than the people of the wave; correct one');
  refuseTwice(question.answers, `${path}.answers`, ({ code }) => code, tell);
  for (const [at, answer] of question.answers.entries()) {
    const before = question.answers.slice(0, at);
    if (answer.within !== null && before.every(({ code }) => code !== answer.within))
      tell(
        `${path}.answers.${at}.within`,
        'is no earlier answer of the question; put the whole before its part',
      );
    const whole = before.find(({ code }) => code === answer.within);
    if (whole !== undefined && isMore(answer.values, whole.values))
      tell(`${path}.answers.${at}.values`, `a part is more than its whole, ${whole.code}; correct one`);
    refuseTwice(answer.values, `${path}.answers.${at}.values`, ({ group }) => group ?? '', tell);
    for (const [number, value] of answer.values.entries()) {
      const fault = faultOfValue(wave, question, value);
      if (fault !== null) tell(`${path}.answers.${at}.values.${number}`, fault);
    }
  }
}

function isMore(values: readonly AnswerValue[], wholes: readonly AnswerValue[]): boolean {
  return values.some((value) => {
    const whole = wholes.find(({ group }) => group === value.group);
    const [part, of] = [value.share ?? value.count, whole?.share ?? whole?.count];
    return (
      part !== undefined &&
      of !== undefined &&
      (value.share === undefined) === (whole?.share === undefined) &&
      part > of
    );
  });
}

/** What is wrong with a figure, or null. */
function faultOfValue(wave: FileWave, question: FileQuestion, given: AnswerValue): string | null {
  const group = groupsOf(wave, question).find((one) => (one?.code ?? null) === given.group);
  if (group === undefined)
    return question.by === null
      ? 'names a group, and the question has none'
      : `its group is none of the kind ${question.by}; name one`;
  const { measure, among } = question;
  if (measure === 'place' && given.status === undefined && given.place === undefined)
    return 'is of a ranking; write a place';
  if (measure === 'share' && given.place !== undefined) return 'is no ranking; write a share or a count';
  if ((given.place ?? 0) > (among ?? Number.POSITIVE_INFINITY)) return `is beyond ${among}, the last place`;
  const n = peopleOf(wave, question, group);
  if (given.count === undefined) return null;
  if (n === null)
    return 'is a count of an unknown number of people; write a share, or how many people there are';
  return given.count > n ? `counts more than the ${n} people there are` : null;
}

function refuseTwice<One>(
  list: readonly One[],
  path: string,
  nameOf: (one: One) => string,
  tell: Tell,
): void {
  const names = list.map(nameOf);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) tell(`${path}.${at}`, `"${name}" is there already; keep one`);
  }
}
