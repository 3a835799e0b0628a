/** How far editions are from a target. Pure; keys are those of its JSON (docs/open-data.md): added, never renamed. */
import { Decimal } from 'decimal.js';
import { daysBetween } from '../core/clock.ts';
import { findCriterion, getMethodology } from '../criteria/index.ts';
import { type Target, unitOfTarget } from '../observations/index.ts';
import type { CountedShare } from './aggregate.ts';
import type { PublishedEdition, Total } from './published-edition.ts';

export type TrajectoryPoint = {
  readonly slug: string;
  readonly label: string;
  readonly cutoff_on: string;
  /** What counts as online or as reaching the objective is that of the methodology: another one breaks the line. */
  readonly methodology: string;
  /** Unrounded; null when the edition does not say it, or counts it in another unit. */
  readonly value: number | null;
  /** `exact`, but of an edition known by its totals, where it is as the source words it. */
  readonly qualifier: Total['qualifier'];
  /** What the value divides; null for a total, of which the source tells the quotient only. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** k of N: the procedures behind the value (null when the source does not say), of those of the edition. */
  readonly procedures: { readonly known: number | null; readonly of: number | null };
};

export type Trajectory = {
  readonly target: Pick<Target, 'code' | 'indicator' | 'statistic' | 'value' | 'label' | 'source'> & {
    readonly unit: 'share' | 'mark';
    readonly due_on: string | null;
  };
  /** One an edition, the earliest cut-off first. */
  readonly points: readonly TrajectoryPoint[];
  /** Target less value at the last point that has one: 0 or less when it is reached; null without any. */
  readonly distance: number | null;
  readonly reached: boolean | null;
  /** From today to the due day: negative once it is past; null for a target without term. */
  readonly days_left: number | null;
};

/**
 * The way to a target through editions, of any methodologies. Procedures count one each, not by their use.
 *
 * @param today `YYYY-MM-DD`
 * @throws RangeError for a target whose statistic says nothing of its indicator, which no file of targets can hold
 */
export function trajectoryOf(
  target: Target,
  editions: readonly PublishedEdition[],
  today: string,
): Trajectory {
  const unit = unitOfTarget(target);
  if (unit === null) throw new RangeError(`${target.statistic} of ${target.indicator} is no target`);
  const points = editions.toSorted(byCutoff).map((one) => pointOf(target, unit, one));
  const last = points.findLast(({ value }) => value !== null)?.value ?? null;
  const { code, indicator, statistic, value, dueOn, label, source } = target;
  return {
    target: { code, indicator, statistic, value, unit, due_on: dueOn, label, source },
    points,
    distance: last === null ? null : new Decimal(value).minus(last).toNumber(),
    reached: last === null ? null : last >= value,
    days_left: dueOn === null ? null : daysBetween(today, dueOn),
  };
}

function byCutoff({ edition: one }: PublishedEdition, { edition: other }: PublishedEdition): number {
  const keys = [one, other].map(
    ({ cutoff_on, published_at, slug }) => `${cutoff_on} ${published_at} ${slug}`,
  );
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
}

function pointOf(target: Target, unit: 'share' | 'mark', published: PublishedEdition): TrajectoryPoint {
  const { slug, label, cutoff_on, methodology } = published.edition;
  const totalOf = (indicator: Total['indicator']) =>
    published.totals?.find((total) => total.indicator === indicator);
  const figure = figureOf(target, unit, published);
  const total = target.statistic === 'online_rate' ? totalOf('online_rate') : undefined;
  return {
    slug,
    label,
    cutoff_on,
    methodology,
    value: figure?.value ?? total?.value ?? null,
    qualifier: total?.qualifier ?? 'exact',
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    procedures: {
      known: published.aggregates === null ? null : (figure?.procedures ?? 0),
      of: published.aggregates?.whole.procedures ?? totalOf('procedures')?.value ?? null,
    },
  };
}

/** What the aggregates of an edition say of a target; null when they do not, or in a unit that is not the target's. */
function figureOf(
  { indicator, statistic }: Target,
  unit: 'share' | 'mark',
  { edition, aggregates }: PublishedEdition,
): CountedShare | null {
  if (aggregates === null) return null;
  if (statistic === 'online_rate') return aggregates.whole.online.by_number;
  const criterion = findCriterion(getMethodology(edition.methodology), indicator);
  const aggregate = criterion && aggregates.whole.criteria[criterion.id];
  if (!aggregate) return null;
  if (statistic === 'share_reaching') return aggregate.reaching?.by_number ?? null;
  return criterion.unit === unit ? aggregate.pooled : null;
}
