/** A figure as someone sends it, in a file or by program, read strictly: every fault is told, by its field. */
import type { Origin, Status } from '../core/figure.ts';
import { NO_FIGURE } from '../core/figure.ts';
import { checkDimensions } from './dimension.ts';
import { agrees, rateOf, readSides, readValue, type Sides } from './figure-value.ts';
import { findIndicator } from './indicator.ts';
import type { Indicator } from './indicator-definition.ts';
import { type Observation, QUALIFIERS } from './observation.ts';
import { isOfKind, PERIOD_FORMS, type Period, parsePeriod } from './period.ts';

/** A figure as someone sends it, in a file or by the API. */
export type FigureInput = {
  readonly indicator: string;
  /** `2017`, `2017-T1`, `2017-01`, `2017-01-31`, or two days `2017-01-01/2017-03-15`. */
  readonly period: string;
  /**
   * A share as 0 to 1, or as a text in percent ("40 %"). Null says that there is no value, and the status why; null with
   * both sides of a rate is the rate that they make.
   */
  readonly value: number | string | null;
  /** `declared` by default of a value, `not_reported` of none. */
  readonly status?: string | undefined;
  readonly qualifier?: string | undefined;
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** Answers or samples that it rests on. */
  readonly n?: number | undefined;
  /** Of whom or of what the figure is, and what goes with it; in French, then in English. */
  readonly population?: string | undefined;
  readonly populationEn?: string | undefined;
  readonly note?: string | undefined;
  readonly noteEn?: string | undefined;
  /** The id that the source gives it. */
  readonly reference?: string | undefined;
  /** Why a value that is not plausible is right all the same. */
  readonly acceptedBecause?: string | undefined;
};

export type FigureContext = {
  /** Where the figure was found, for readers. */
  readonly source: string;
  readonly origin: Origin;
  /** The day on which it is read, `YYYY-MM-DD`: no figure speaks of a period that is not over. */
  readonly today: string;
};

type Tell = (path: string, message: string) => void;

/** What a sender may say; that a value is suspect is for Vigie to find. */
export const SENT_STATUSES = [
  'declared',
  'measured',
  'not_reported',
  'not_applicable',
  'insufficient',
] as const satisfies readonly Status[];
type SentStatus = (typeof SENT_STATUSES)[number];

const EARLIEST = '1990-01-01';
const LONGEST_TEXT = 500;
const TEXTS = ['population', 'populationEn', 'note', 'noteEn', 'reference', 'acceptedBecause'] as const;

/**
 * Reads a figure about a subject.
 *
 * @param tell told of each fault: the path of the field (`value`, `dimensions.device`), and what is wrong with the remedy
 * @returns the observation, or null once it has told the faults of the fields
 */
export function readFigure(
  subjectId: number,
  input: FigureInput,
  { source, origin, today }: FigureContext,
  tell: Tell,
): Observation | null {
  let isRight = true;
  const refuse: Tell = (path, message) => {
    isRight = false;
    tell(path, message);
  };
  const indicator = findIndicator(input.indicator);
  if (indicator === undefined)
    refuse('indicator', `"${input.indicator}" is not an indicator (docs/usage-csv.md)`);
  const period = readPeriod(input.period, indicator, today, refuse);
  const qualifier = QUALIFIERS.find((one) => one === (input.qualifier ?? 'exact'));
  if (qualifier === undefined)
    refuse('qualifier', `"${input.qualifier}" is not one of ${QUALIFIERS.join(', ')}`);
  checkDimensions(input.dimensions ?? {}, refuse);
  if (input.n !== undefined && !(Number.isSafeInteger(input.n) && input.n >= 0)) {
    refuse('n', 'is not a number of answers; write a whole number, 0 or more');
  }
  checkTexts(input, refuse);
  const told = indicator && readTold(indicator, input, refuse);
  if (!isRight || period === null || told === undefined) return null;
  return {
    ...NO_FIGURE,
    ...told,
    ...period,
    subjectId,
    indicator: input.indicator,
    dimensions: input.dimensions ?? {},
    qualifier: told.value === null ? 'exact' : (qualifier ?? 'exact'),
    n: input.n ?? null,
    source,
    origin,
    ...wordsOf(input),
  };
}

function readPeriod(
  text: string,
  indicator: Indicator | undefined,
  today: string,
  refuse: Tell,
): Period | null {
  const period = parsePeriod(text);
  if (period === null) refuse('period', `"${text}" is not a period; write ${PERIOD_FORMS}`);
  else if (period.periodStart < EARLIEST) refuse('period', `"${text}" is before 1990; look for a slip`);
  else if (period.periodEnd > today)
    refuse('period', `"${text}" is not over yet; send its figure once it is`);
  else if (indicator !== undefined && !isOfKind(period, indicator.periodKind)) {
    refuse(
      'period',
      `"${text}" is not a ${indicator.periodKind}; ${indicator.id} is told by the ${indicator.periodKind}`,
    );
  } else return period;
  return null;
}

type Told = Pick<Observation, 'status' | 'value' | 'numerator' | 'denominator'>;

/** The status, the value and the two sides, which must say one thing. */
function readTold(indicator: Indicator, input: FigureInput, refuse: Tell): Told | undefined {
  const sides = readSides(indicator, input, refuse);
  const status = readStatus(input, sides, refuse);
  const { numerator = null, denominator = null } = sides ?? {};
  const absent = { status, value: null, numerator, denominator };
  if (status !== 'declared' && status !== 'measured') {
    if (input.value !== null)
      refuse('value', `is told although the figure is ${status}; leave one of them out`);
    return absent;
  }
  const given = input.value === null ? null : readValue(indicator, input.value, refuse);
  if (sides !== null) {
    if (typeof given === 'number' && !agrees(given, sides))
      refuse('value', 'is not the numerator over the denominator; correct one of the three');
    return { ...absent, value: rateOf(sides) };
  }
  if (input.value === null) refuse('value', 'is missing; write it, or a status that says why there is none');
  return { ...absent, value: given };
}

/** The status as given, else that of what is given: nothing to divide by leaves nothing to tell. */
function readStatus({ status, value }: FigureInput, sides: Sides | null, refuse: Tell): SentStatus {
  const found = SENT_STATUSES.find((one) => one === status);
  if (status !== undefined && found === undefined)
    refuse('status', `"${status}" is not one of ${SENT_STATUSES.join(', ')}`);
  if (sides?.denominator === 0) {
    if (sides.numerator !== 0)
      refuse('denominator', 'is 0 under a numerator that is not; correct one of them');
    return value === null ? 'not_applicable' : (found ?? 'declared');
  }
  return found ?? (value === null && sides === null ? 'not_reported' : 'declared');
}

function checkTexts(input: FigureInput, refuse: Tell): void {
  for (const name of TEXTS) {
    const text = input[name];
    if (text === undefined) continue;
    if (text.trim() === '' || /\p{Cc}/u.test(text))
      refuse(name, 'is blank or has a line break; write one line');
    else if (text.length > LONGEST_TEXT)
      refuse(name, `has ${text.length} characters; write at most ${LONGEST_TEXT}`);
  }
}

function wordsOf(
  input: FigureInput,
): Pick<
  Observation,
  'populationFr' | 'populationEn' | 'noteFr' | 'noteEn' | 'reference' | 'acceptedBecause'
> {
  return {
    populationFr: input.population ?? null,
    populationEn: input.populationEn ?? null,
    noteFr: input.note ?? null,
    noteEn: input.noteEn ?? null,
    reference: input.reference ?? null,
    acceptedBecause: input.acceptedBecause ?? null,
  };
}
