/** The closed list of reasons why a figure is absent, without interval or without level, and how they are told. */
import type { Words } from './words.ts';

export const REASONS = {
  n_unknown: {
    fr: 'La source ne dit pas combien de réponses fondent cette valeur : ni intervalle ni marge ne peuvent être calculés.',
    en: 'The source does not say how many answers this value rests on: no interval can be computed.',
  },
  variance_unknown: {
    fr: 'La répartition des réponses par note n’est pas connue : l’intervalle ne peut pas être calculé.',
    en: 'The answers by grade are not known: the interval cannot be computed.',
  },
  no_variance: {
    fr: 'Toutes les réponses sont identiques : leur dispersion est nulle et l’intervalle ne peut pas être calculé.',
    en: 'All answers are the same: they have no spread and the interval cannot be computed.',
  },
  under_minimum: {
    fr: 'Le nombre de réponses est inférieur au minimum requis pour publier une valeur.',
    en: 'There are fewer answers than the minimum required to publish a value.',
  },
  no_declaration: {
    fr: 'Aucune déclaration d’accessibilité valable n’a été publiée.',
    en: 'No valid accessibility statement has been published.',
  },
  declaration_rejected: {
    fr: 'La déclaration d’accessibilité publiée n’est pas recevable.',
    en: 'The published accessibility statement does not meet the requirements.',
  },
  declaration_without_rate: {
    fr: 'La déclaration d’accessibilité ne donne pas de taux de conformité.',
    en: 'The accessibility statement gives no conformance rate.',
  },
  declaration_expired: {
    fr: 'La déclaration d’accessibilité est périmée à la date d’arrêt des données.',
    en: 'The accessibility statement had expired on the cut-off day.',
  },
  probe_blocked: {
    fr: 'La sonde voit le service indisponible plus de la moitié du temps alors que des usagers ont répondu : elle a très probablement été bloquée.',
    en: 'The probe saw the service down more than half of the time while users were answering: it was very probably blocked.',
  },
  out_of_range: {
    fr: 'La valeur sort des bornes possibles.',
    en: 'The value is outside its possible range.',
  },
  unreadable: {
    fr: 'La valeur de la source n’a pas pu être interprétée.',
    en: 'The value given by the source could not be interpreted.',
  },
  not_online: {
    fr: 'La démarche n’est pas réalisable en ligne.',
    en: 'The procedure cannot be carried out online.',
  },
  proactive: {
    fr: 'Le droit est attribué automatiquement : il n’y a pas de démarche à faire.',
    en: 'The entitlement is automatic: there is no procedure to carry out.',
  },
  planned: {
    fr: 'L’information est annoncée « à venir ».',
    en: 'The information is announced as “to come”.',
  },
  nothing_to_count: {
    fr: 'Il n’y a rien à compter sur la période.',
    en: 'There is nothing to count over the period.',
  },
  no_figure: {
    fr: 'Aucune des sources suivies ne donne ce chiffre.',
    en: 'None of the sources followed gives this figure.',
  },
  outdated: {
    fr: 'Le dernier chiffre connu est antérieur à la période de l’édition.',
    en: 'The last known figure is from before the period of the edition.',
  },
  sudden_change: {
    fr: 'La valeur s’écarte beaucoup de celle d’un an plus tôt et des dernières connues : elle attend d’être confirmée.',
    en: 'The value is far from that of a year before and from the last known ones: it awaits confirmation.',
  },
  part_over_whole: {
    fr: 'La valeur d’une partie dépasse celle du tout dont elle fait partie.',
    en: 'The value of a part is above that of the whole that it is a part of.',
  },
  coverage_too_low: {
    fr: 'Les sondes ont vu trop peu de la période (moins de la moitié) pour que la valeur en parle.',
    en: 'The probes saw too little of the period (less than half) for the value to speak of it.',
  },
  stale_window: {
    fr: 'Les données s’arrêtent avant la fin de la période annoncée.',
    en: 'The data stop before the end of the stated period.',
  },
} as const satisfies Record<string, Words>;

export type ReasonCode = keyof typeof REASONS;

/** True when `code` is one of the closed list. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}
