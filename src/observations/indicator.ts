/**
 * The registry of indicators, as data: what can be observed about a subject, and in what unit. The ids shared
 * with a criterion name the figure that this criterion judges.
 */

/** A text in the two languages of the interface. */
type Words = { readonly fr: string; readonly en: string };

/**
 * - `mark`: 0 to 10; `share`: 0 to 1; `ms`: a duration; `count`: things counted over the period;
 * - `index`: 0 to 1 without being a share of anything (Apdex); `points`: a scale of its own (−10 to 10 in 2020);
 * - `word`: a category, in the source's own word.
 */
export type Unit = 'mark' | 'share' | 'ms' | 'count' | 'index' | 'points' | 'word';

export type Indicator = {
  readonly id: string;
  readonly label: Words;
  readonly unit: Unit;
  /** True when values of distinct periods may be added up (volumes); never for marks, shares or durations. */
  readonly additive: boolean;
};

function indicator(id: string, unit: Unit, fr: string, en: string, additive = false): Indicator {
  return { id, unit, additive, label: { fr, en } };
}

export const INDICATORS: readonly Indicator[] = [
  indicator('online', 'word', 'Réalisable en ligne', 'Available online'),
  indicator('satisfaction', 'mark', 'Satisfaction des usagers', 'User satisfaction'),
  indicator('clarity', 'mark', 'Clarté du langage', 'Clarity of language'),
  indicator('ease', 'mark', 'Facilité perçue', 'Perceived ease'),
  indicator('accessibility', 'share', 'Taux de conformité au RGAA', 'RGAA conformance rate'),
  indicator('once_only', 'count', 'Informations demandées à nouveau', 'Data asked for again'),
  indicator('digital_share', 'share', 'Recours au numérique', 'Digital take-up'),
  indicator('autonomy', 'share', 'Autonomie', 'Autonomy'),
  indicator('help_reachable', 'share', 'Aide joignable', 'Help reachable'),
  indicator('help_effective', 'mark', 'Aide efficace', 'Help effective'),
  indicator('authentication', 'word', 'Authentification', 'Sign-in'),
  indicator('availability', 'share', 'Disponibilité', 'Availability'),
  indicator('response_time', 'ms', 'Temps de réponse', 'Response time'),
  indicator('display_speed', 'ms', 'Vitesse d’affichage', 'Display speed'),
  indicator('mobile', 'word', 'Usage sur mobile', 'Use on a phone'),
  indicator('help', 'word', 'Support accessible', 'Help available'),
  indicator('availability_speed', 'points', 'Disponibilité et rapidité', 'Availability and speed'),
  indicator('load_time', 'ms', 'Temps de chargement complet', 'Complete load time'),
  indicator('apdex', 'index', 'Apdex', 'Apdex'),
  indicator('volume_online', 'count', 'Démarches réalisées en ligne', 'Procedures completed online', true),
  indicator('volume_total', 'count', 'Démarches réalisées', 'Procedures completed', true),
];

const byId = new Map(INDICATORS.map((one) => [one.id, one]));

/** The indicator of this id; a RangeError when the registry has none, which is a defect of the caller. */
export function getIndicator(id: string): Indicator {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no indicator ${id} in the registry`);
  return found;
}
