/** What a wave of a survey found: its document beside the observations that are its figures. */
import { daysBetween } from '../core/clock.ts';
import type { Status } from '../core/figure.ts';
import type { Qualifier, RecordedObservation } from './observation.ts';
import type { SurveyAnswer, SurveyGroup, SurveyQuestion, Wave } from './survey-schema.ts';

/** A survey of the catalogue with its waves, the earliest first, and every observation of it. */
export type Survey = {
  readonly subjectId: number;
  readonly slug: string;
  readonly name: string;
  readonly waves: readonly Wave[];
  readonly observations: readonly RecordedObservation[];
};

/** One figure of a wave: of an answer, and of a group where answers are told apart. */
export type SurveyFigure = {
  readonly question: SurveyQuestion;
  readonly answer: SurveyAnswer;
  readonly group: SurveyGroup | null;
  readonly status: Status;
  /** A share, 0 to 1, or a place; null as the status says. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** How many people it rests on; null where the source does not say, and of a place, which rests on none. */
  readonly n: number | null;
  /** True where the n that counts is that of a part of the people asked. */
  readonly isPart: boolean;
  readonly sourcePrecision: number | null;
  /** The observation it is; null when the store has none. */
  readonly observation: RecordedObservation | null;
};

/** The indicator of the observations of a question. */
export function indicatorOf({ indicator, measure }: Pick<SurveyQuestion, 'indicator' | 'measure'>): string {
  return indicator ?? (measure === 'place' ? 'rank' : 'share');
}

/** The dimensions of the observation of an answer, of a group where there is one. */
export function dimensionsOf(
  { key }: Pick<SurveyAnswer, 'key'>,
  group: SurveyGroup | null,
): Record<string, string> {
  return group === null ? key : { ...key, [group.kind]: group.code };
}

/** The groups that a question tells its answers apart for; one null where it does not. */
export function groupsOf(
  { groups }: Pick<Wave, 'groups'>,
  { by }: Pick<SurveyQuestion, 'by'>,
): readonly (SurveyGroup | null)[] {
  return by === null ? [null] : groups.filter(({ kind }) => kind === by);
}

/**
 * How many people a share rests on, as the document tells: of the group, else of who was asked the question, else of
 * the wave. The people of a whole never stand for those of a part.
 */
export function peopleOf(wave: Wave, { asked }: SurveyQuestion, group: SurveyGroup | null): number | null {
  if (group !== null) return group.people;
  return asked === null ? wave.people : asked.people;
}

/**
 * Every figure that a wave should have, those that nobody has given included. Of several observations within its days,
 * that of the longest period is its figure.
 */
export function figuresOf(wave: Wave, observations: readonly RecordedObservation[]): SurveyFigure[] {
  const known = new Map(
    observations
      .filter(({ periodStart, periodEnd }) => periodStart >= wave.from && periodEnd <= wave.to)
      .sort((one, other) => lengthOf(one) - lengthOf(other))
      .map((one) => [keyOf(one.indicator, one.dimensions), one]),
  );
  return wave.questions.flatMap((question) =>
    question.answers.flatMap((answer) =>
      groupsOf(wave, question).map((group): SurveyFigure => {
        const dimensions = dimensionsOf(answer, group);
        const observation = known.get(keyOf(indicatorOf(question), dimensions)) ?? null;
        return {
          question,
          answer,
          group,
          status: observation?.status ?? 'not_reported',
          value: typeof observation?.value === 'number' ? observation.value : null,
          qualifier: observation?.qualifier ?? 'exact',
          n: question.measure === 'place' ? null : (observation?.n ?? peopleOf(wave, question, group)),
          isPart: group !== null || question.asked !== null,
          sourcePrecision: observation?.sourcePrecision ?? null,
          observation,
        };
      }),
    ),
  );
}

function lengthOf({ periodStart, periodEnd }: RecordedObservation): number {
  return daysBetween(periodStart, periodEnd);
}

function keyOf(indicator: string, dimensions: Readonly<Record<string, string>>): string {
  return JSON.stringify([
    indicator,
    Object.entries(dimensions).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}

/** Whether two waves asked the same question: one version and, where both wordings are known, the same words. */
export function isSameQuestion(one: SurveyQuestion, other: SurveyQuestion): boolean {
  if (one.version !== other.version || one.measure !== other.measure) return false;
  return (['fr', 'en'] as const).every((language) => {
    const [said, now] = [one.wording?.[language], other.wording?.[language]];
    return said == null || now == null || said === now;
  });
}

/** Whether a question was asked of the same people in two waves, by the words of their documents. */
export function isSamePopulation(
  one: { readonly wave: Wave; readonly question: SurveyQuestion },
  other: { readonly wave: Wave; readonly question: SurveyQuestion },
): boolean {
  const who = ({ wave, question }: typeof one) => [wave.population.fr, question.asked?.who.fr ?? null];
  return JSON.stringify(who(one)) === JSON.stringify(who(other));
}
