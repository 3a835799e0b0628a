/**
 * The reviews of some procedures of the demonstration, one by one: added up they are the figures of its last edition. And
 * those of its reception sites. Pure: the same on every machine, but for the ids of the buttons.
 */
import { addDays, daysBetween } from '../core/clock.ts';
import type { FactPart } from '../core/figure.ts';
import {
  type Answer,
  type Button,
  type ContactMeans,
  type Contribution,
  type Ending,
  newReviewId,
  type Opening,
  type ReviewHead,
} from '../feedback/index.ts';
import { type DemonstrationEdition, QUARTERS } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { demonstrationFacts } from './figures.ts';

/** Procedures with a button, in most ministries: not the most used, which have too many reviews for a first start. */
export const EQUIPPED_PROCEDURES = [
  'demo4',
  'demo17',
  'demo19',
  'demo37',
  'demo43',
  'demo47',
  'demo49',
  'demo55',
  'demo56',
  'demo61',
] as const;

/** Reception sites with a button on the counter, and the mark of their visitors. */
export const EQUIPPED_SITES: Readonly<Record<string, { readonly reviews: number; readonly good: number }>> = {
  'accueil-des-deniers-de-mirevale-centre': { reviews: 64, good: 0.72 },
  'accueil-des-deniers-de-port-mire': { reviews: 41, good: 0.88 },
  'accueil-des-deniers-de-haute-mire': { reviews: 12, good: 0.58 },
};

const VERSION = 'v1';
const MEANS: readonly ContactMeans[] = ['phone', 'phone', 'email', 'counter', 'online'];
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ['success', 0.72],
  ['unknown', 0.84],
  ['refused', 0.91],
  ['error', 0.95],
  ['abandoned', 1],
];

type Placed = Pick<Button, 'id' | 'subjectId' | 'channel'>;

/** What the answers of a stretch of days are, by indicator. */
type Parts = Readonly<Record<string, FactPart | undefined>>;

/** How many forms are opened for one that is answered. */
const OPENED_FOR_ONE = 1.6;

/** How often the forms of these reviews were opened, by day. */
export function openingsOf(contributions: readonly Contribution[]): Opening[] {
  const byDay = Map.groupBy(contributions, ({ review }) => `${review.buttonId} ${review.openedOn}`);
  return [...byDay.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { subjectId, buttonId, openedOn: day } = first.review;
    return [{ subjectId, buttonId, day, kind: 'opened', n: Math.ceil(all.length * OPENED_FOR_ONE) }];
  });
}

/** The reviews of a procedure in the year of an edition. */
export function opinionsOf(
  procedure: { readonly publicId: string; readonly audiences: readonly string[] },
  button: Placed,
  edition: DemonstrationEdition,
): Contribution[] {
  const facts = demonstrationFacts(procedure, edition);
  return edition.quarters.flatMap(({ from, to }, at) => {
    const parts = Object.fromEntries(
      Object.entries(facts).map(([indicator, { parts: all }]) => [indicator, all?.[at]]),
    );
    return opinionsOfStretch(chanceOf(`${procedure.publicId} opinions ${from}`), button, { from, to }, parts);
  });
}

/** The reviews of a reception site over the last quarters. */
export function siteOpinions(slug: string, button: Placed): Contribution[] {
  const { reviews = 0, good = 0.5 } = EQUIPPED_SITES[slug] ?? {};
  const chance = chanceOf(`${slug} opinions`);
  const from = QUARTERS.at(-3)?.from ?? '';
  const to = QUARTERS.at(-1)?.to ?? '';
  const [best, middle] = [Math.round(reviews * good), Math.round(reviews * (1 - good) * 0.5)];
  const counts = { '10': best, '5': middle, '0': reviews - best - middle };
  const blank = { periodStart: from, periodEnd: to, numerator: null, denominator: null, clusters: null };
  return opinionsOfStretch(chance, button, { from, to }, { satisfaction: { ...blank, counts } });
}

function opinionsOfStretch(
  chance: Chance,
  button: Placed,
  { from, to }: { from: string; to: string },
  parts: Parts,
): Contribution[] {
  const grades = shuffled(chance, gradesOf(parts.satisfaction));
  const clarity = shuffled(chance, gradesOf(parts.clarity));
  const help = helpOf(chance, parts);
  const days = daysBetween(from, to);
  return grades.map((grade, at) => {
    const openedOn = addDays(from, Math.floor((at * (days + 1)) / grades.length));
    const openedAtMs = Date.parse(`${openedOn}T08:00:00Z`) + Math.floor(chance() * 9 * 3_600_000);
    const steps = clarity[at];
    const answers = [
      answer('satisfaction', [grade]),
      ...(steps === undefined ? [] : [answer('clarity', [steps])]),
      ...(help[at] ?? []),
    ];
    const review = headOf(chance, button, openedOn, openedAtMs);
    return { review, outReason: null, answers, receivedAtMs: openedAtMs + 60_000 };
  });
}

function headOf(
  chance: Chance,
  { id: buttonId, subjectId, channel }: Placed,
  openedOn: string,
  openedAtMs: number,
): ReviewHead {
  const random = Uint8Array.from({ length: 10 }, () => Math.floor(chance() * 256));
  const point = chance();
  const [ending] = ENDINGS.find(([, until]) => point < until) ?? ['unknown' as const];
  return {
    subjectId,
    id: newReviewId(openedAtMs, random),
    buttonId,
    channel,
    ending: channel === 'counter' ? 'counter' : ending,
    step: null,
    serviceVersion: null,
    language: 'fr',
    openedOn,
  };
}

function answer(question: string, grades: readonly string[]): Answer {
  return { question, version: VERSION, grades, comment: null };
}

function gradesOf(part: FactPart | undefined): string[] {
  return Object.entries(part?.counts ?? {}).flatMap(([grade, n]) => Array.from({ length: n }, () => grade));
}

/** The answers about help, one list a review: who needed none, who reached somebody, and how good the help was. */
function helpOf(chance: Chance, { autonomy, help_reachable, help_effective }: Parts): Answer[][] {
  const { numerator: needless = 0, denominator: asked = 0 } = autonomy ?? {};
  const { numerator: reached = 0, denominator: tried = 0 } = help_reachable ?? {};
  const qualities = shuffled(chance, gradesOf(help_effective));
  const lists = Array.from({ length: asked ?? 0 }, (_, at): Answer[] => {
    const attempt = at - (needless ?? 0);
    if (attempt < 0) return [answer('help', ['none'])];
    const means = MEANS[Math.floor(chance() * MEANS.length)] ?? 'phone';
    const help = answer('help', ['tried', means]);
    if (attempt >= (tried ?? 0)) return [help];
    const isReached = attempt < (reached ?? 0);
    const outcome = answer('help_reached', [
      `${isReached ? 1 : 0}/1`,
      `${means}=${isReached ? 'yes' : 'no'}`,
    ]);
    const quality = isReached ? qualities[attempt] : undefined;
    const told =
      quality === undefined ? [] : [answer('help_quality', [`${quality}/1`, `${means}=${quality}`])];
    return [help, outcome, ...told];
  });
  return shuffled(chance, lists);
}

/** Fisher and Yates's shuffle. */
function shuffled<Value>(chance: Chance, values: readonly Value[]): Value[] {
  const list = [...values];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [list[at], list[other]] = [list[other] as Value, list[at] as Value];
  }
  return list;
}
