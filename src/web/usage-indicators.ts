/** The indicators of usage, in the families that readers look for them by; those of quality have their criteria. */
import { VigieError } from '../core/errors.ts';
import { getIndicator, INDICATORS, type Indicator } from '../observations/index.ts';

export const USAGE_FAMILIES = {
  procedures: [
    'volume_online',
    'volume_total',
    'digital_share',
    'online_procedures',
    'online_declarations',
    'online_declarations_change',
    'online_share',
    'short_journey_share',
    'starts',
    'completed',
    'completion',
  ],
  audience: [
    'visits',
    'page_views',
    'visitor_days',
    'visit_share',
    'view_share',
    'visit_growth',
    'connections',
    'monthly_connections',
    'form_downloads',
    'app_downloads',
  ],
  people: [
    'users',
    'distinct_users',
    'monthly_unique_visitors',
    'unique_visitors_growth',
    'user_share',
    'email_share',
    'accounts',
    'accounts_opened',
  ],
  service: [
    'contacts',
    'monthly_contacts',
    'calls_answered',
    'delay_kept',
    'cost_per_transaction',
    'satisfaction_score',
    'share_satisfied',
    'net_satisfaction',
    'very_good_share',
  ],
  offer: [
    'procedures',
    'new_online_procedures',
    'equipped_procedures',
    'reviews',
    'sites',
    'datasets',
    'organisations',
  ],
  surveys: ['share', 'sample_size', 'rank'],
} as const;

export type UsageFamily = keyof typeof USAGE_FAMILIES;

/** Every indicator of usage, family by family. */
export const USAGE_INDICATORS: readonly Indicator[] = Object.values(USAGE_FAMILIES)
  .flat()
  .map((id) => getIndicator(id));

export const USAGE_IDS: readonly string[] = USAGE_INDICATORS.map(({ id }) => id);

/** Where an indicator stands among them, to sort by. */
export function placeOf(indicator: string): number {
  const at = USAGE_IDS.indexOf(indicator);
  return at === -1 ? USAGE_IDS.length : at;
}

/** @throws VigieError NotFound for what is no indicator of usage */
export function getUsageIndicator(id: string): Indicator {
  const found = USAGE_INDICATORS.find((one) => one.id === id);
  if (found === undefined) throw new VigieError('NotFound', `There is no indicator of usage ${id}.`);
  return found;
}

/** True of an indicator of which editions judge the figures, and criteria have the page. */
export function isOfEditions(id: string): boolean {
  return !USAGE_IDS.includes(id) && INDICATORS.some((one) => one.id === id);
}
