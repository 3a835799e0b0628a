/** Surveys judged: each share with its interval, each change between waves tested, what is known and what is not. */
import { findSubjectBySlug } from '../catalogue/index.ts';
import { VigieError } from '../core/errors.ts';
import type { Interval } from '../core/figure.ts';
import {
  holdFalseRises,
  judgeShareChange,
  type ShareChange,
  type WaveShare,
  wilsonInterval,
} from '../criteria/index.ts';
import {
  figuresOf,
  isSamePopulation,
  isSameQuestion,
  listSurveys,
  type Survey,
  type SurveyAnswer,
  type SurveyFigure,
  type SurveyGroup,
  type SurveyQuestion,
  type Wave,
} from '../observations/index.ts';
import type { SiteContext } from './server.ts';

/** Why a figure has no interval: a place has none, a value that is absent or only worded neither. */
export type IntervalReason = 'place' | 'absent' | 'inexact' | 'n_unknown' | 'part_n_unknown';

/** A figure of a wave with its 95 % interval, or why it has none. */
export type JudgedFigure = SurveyFigure & {
  readonly interval: Interval | null;
  readonly intervalReason: IntervalReason | null;
};

/** A question as one wave asked it. */
export type Round = {
  readonly wave: Wave;
  readonly question: SurveyQuestion;
  readonly figures: readonly JudgedFigure[];
  /** What breaks the series from the round before; null where nothing does, and of the first. */
  readonly breaks: 'wording' | 'population' | null;
};

/** How one answer, of one group, changed from a round to the next. */
export type AnswerChange = ShareChange & {
  readonly answer: SurveyAnswer;
  readonly group: SurveyGroup | null;
  readonly before: { readonly wave: Wave; readonly figure: JudgedFigure };
  readonly after: { readonly wave: Wave; readonly figure: JudgedFigure };
};

/** A question through its waves. */
export type QuestionReport = {
  /** As it was asked last. */
  readonly question: SurveyQuestion;
  /** The earliest first. */
  readonly rounds: readonly Round[];
  readonly changes: readonly AnswerChange[];
};

/** How many figures there should be, how many are known, and of how many shares the number of people is. */
export type SurveyCoverage = {
  readonly figures: number;
  readonly known: number;
  readonly shares: number;
  readonly withPeople: number;
};

export type SurveyReport = {
  readonly survey: Survey;
  readonly latest: Wave;
  /** Those of the latest wave first, in its order. */
  readonly questions: readonly QuestionReport[];
  readonly coverage: SurveyCoverage;
};

/** Every survey with its report, by name, kept until public data change. */
export function readSurveys(site: SiteContext): Promise<SurveyReport[]> {
  return site.remembered(readAll);
}

async function readAll({ db, clock }: SiteContext): Promise<SurveyReport[]> {
  return (await listSurveys(db, clock.now())).map(reportOf);
}

/**
 * The survey of this slug, present or former.
 * @throws VigieError NotFound when there is none
 */
export async function getSurvey(site: SiteContext, slug: string): Promise<SurveyReport> {
  const reports = await readSurveys(site);
  const found = reports.find(({ survey }) => survey.slug === slug);
  if (found !== undefined) return found;
  const subjectId = await findSubjectBySlug(site.db, 'survey', slug);
  const moved = reports.find(({ survey }) => survey.subjectId === subjectId);
  if (moved === undefined) throw new VigieError('NotFound', `There is no survey ${slug}.`);
  return moved;
}

/** A survey judged. False discoveries are held over all the changes of its page. */
export function reportOf(survey: Survey): SurveyReport {
  const latest = survey.waves.at(-1);
  if (latest === undefined) throw new RangeError(`survey ${survey.slug} has no wave`);
  const figures = new Map(
    survey.waves.map((wave) => [wave.code, figuresOf(wave, survey.observations).map(judge)]),
  );
  const asked = survey.waves.toReversed().flatMap(({ questions }) => questions);
  const questions = asked
    .filter(({ code }, at) => asked.findIndex((one) => one.code === code) === at)
    .map((question) => ({ question, rounds: roundsOf(survey.waves, question.code, figures) }));
  const changes = holdFalseRises(questions.flatMap(({ rounds }) => changesOf(rounds)));
  const all = [...figures.values()].flat();
  const shares = all.filter(({ question }) => question.measure === 'share');
  return {
    survey,
    latest,
    questions: questions.map(({ question, rounds }) => ({
      question,
      rounds,
      changes: changes.filter(({ before }) => before.figure.question.code === question.code),
    })),
    coverage: {
      figures: all.length,
      known: all.filter(({ value }) => value !== null).length,
      shares: shares.length,
      withPeople: shares.filter(({ n }) => n !== null).length,
    },
  };
}

function judge(figure: SurveyFigure): JudgedFigure {
  const { value, n, question, isPart, observation } = figure;
  const without = (intervalReason: IntervalReason) => ({ ...figure, interval: null, intervalReason });
  if (question.measure === 'place') return without('place');
  if (value === null) return without('absent');
  if (!isExact(figure)) return without('inexact');
  if (n === null) return without(isPart ? 'part_n_unknown' : 'n_unknown');
  const interval = wilsonInterval(observation?.numerator ?? value * n, n);
  return { ...figure, interval, intervalReason: null };
}

function isExact({ qualifier, status }: SurveyFigure): boolean {
  return qualifier === 'exact' && status !== 'suspect';
}

function roundsOf(
  waves: readonly Wave[],
  code: string,
  figures: ReadonlyMap<string, readonly JudgedFigure[]>,
): Round[] {
  const asked = waves.flatMap((wave) => {
    const question = wave.questions.find((one) => one.code === code);
    return question === undefined ? [] : [{ wave, question }];
  });
  return asked.map(({ wave, question }, at) => ({
    wave,
    question,
    figures: (figures.get(wave.code) ?? []).filter((figure) => figure.question.code === code),
    breaks: breakBetween(asked[at - 1], { wave, question }),
  }));
}

type Asked = { readonly wave: Wave; readonly question: SurveyQuestion };

function breakBetween(before: Asked | undefined, after: Asked): Round['breaks'] {
  if (before === undefined) return null;
  if (!isSameQuestion(before.question, after.question)) return 'wording';
  return isSamePopulation(before, after) ? null : 'population';
}

/** Each answer of a round against the round before, where shares are what it gives. */
function changesOf(rounds: readonly Round[]): AnswerChange[] {
  return rounds.flatMap((after, at) => {
    const before = rounds[at - 1];
    if (before === undefined || after.question.measure === 'place') return [];
    const tie = { sameWording: after.breaks !== 'wording', samePopulation: after.breaks !== 'population' };
    return after.figures.flatMap((figure) => {
      const earlier = before.figures.find((one) => isSameAnswer(one, figure));
      if (earlier === undefined) return [];
      const change = judgeShareChange(toShare(earlier), toShare(figure), tie);
      return [
        {
          ...change,
          answer: figure.answer,
          group: figure.group,
          before: { wave: before.wave, figure: earlier },
          after: { wave: after.wave, figure },
        },
      ];
    });
  });
}

function isSameAnswer(one: SurveyFigure, other: SurveyFigure): boolean {
  return (
    one.answer.code === other.answer.code &&
    one.group?.kind === other.group?.kind &&
    one.group?.code === other.group?.code
  );
}

function toShare(figure: SurveyFigure): WaveShare {
  const { value, n, isPart } = figure;
  return { share: value, n, isPart, isExact: isExact(figure) };
}
