import { INDICATORS } from './indicator.ts';

/**
 * What a target sets a value for, over all the procedures of an edition:
 *
 * - `online_rate`: the share that can be done online, each status by its weight in the methodology;
 * - `share_reaching`: the share of procedures that reach the objective of the criterion;
 * - `pooled`: the value of the criterion over all the answers together.
 */
export const TARGET_STATISTICS = ['online_rate', 'share_reaching', 'pooled'] as const;
export type TargetStatistic = (typeof TARGET_STATISTICS)[number];

/**
 * What each statistic can be of: the share that reaches needs an objective in some methodology, the value over all
 * answers needs answers that editions know.
 */
const INDICATORS_OF: Readonly<Record<TargetStatistic, readonly string[]>> = {
  online_rate: ['online'],
  share_reaching: [
    'online',
    'satisfaction',
    'clarity',
    'accessibility',
    'once_only',
    'help_reachable',
    'help_effective',
    'authentication',
    'availability',
    'response_time',
    'display_speed',
    'mobile',
    'help',
    'availability_speed',
  ],
  pooled: ['satisfaction', 'clarity', 'digital_share', 'autonomy', 'help_reachable', 'help_effective'],
};

/** The statistics that a target on this indicator can set a value for: none for those that no edition judges. */
export function statisticsOf(indicator: string): TargetStatistic[] {
  return TARGET_STATISTICS.filter((statistic) => INDICATORS_OF[statistic].includes(indicator));
}

/** A value that is aimed at. It is reached by any value at least as high. */
export type Target = {
  /** Its name for ever: words and values of one code may change, and what they were is kept. */
  readonly code: string;
  readonly indicator: string;
  readonly statistic: TargetStatistic;
  /** A share, 0 to 1, or a mark, 0 to 10: see `unitOfTarget`. */
  readonly value: number;
  /** The last day on which it is reached in time; null for a target without term. */
  readonly dueOn: string | null;
  readonly label: { readonly fr: string; readonly en: string };
  /** Who set it, where, and what is our own reading of it. */
  readonly source: string;
};

/** The unit of the value of a target, or null when the statistic of this indicator cannot be one. */
export function unitOfTarget({
  indicator,
  statistic,
}: Pick<Target, 'indicator' | 'statistic'>): 'share' | 'mark' | null {
  if (statistic === 'share_reaching') return 'share';
  if (statistic === 'online_rate') return indicator === 'online' ? 'share' : null;
  const unit = INDICATORS.find(({ id }) => id === indicator)?.unit;
  return unit === 'share' || unit === 'mark' ? unit : null;
}
