/** The availability of all procedures as a table: a line a procedure. */
import type { CsvValue } from '../../core/csv.ts';
import type { MonitoredProcedure, NationalAvailability } from '../availability-national.ts';
import { stateOf } from '../availability-query.ts';

/** Columns of `/disponibilite.csv`. */
export const AVAILABILITY_COLUMNS = [
  'id',
  'slug',
  'demarche',
  'administration',
  'ministere',
  'etat',
  'etat_depuis',
  'periode_debut',
  'periode_fin',
  'statut',
  'valeur',
  'niveau',
  'numerateur',
  'denominateur',
  'couverture',
  'minutes_perturbees',
  'minutes_panne',
  'minutes_robot_refuse',
  'minutes_indeterminees',
  'minutes_maintenance',
  'minutes_sans_mesure',
  'avis',
] as const;

type Row = Record<(typeof AVAILABILITY_COLUMNS)[number], CsvValue>;

/** @param shown the procedures that the address asks for */
export function nationalRows(
  { period }: Pick<NationalAvailability, 'period'>,
  shown: readonly MonitoredProcedure[],
): Row[] {
  return shown.map((one) => {
    const { procedure, now, days, result, reviews } = one;
    const { numerator, denominator, coverage, minutes, unmonitoredMinutes } = days.whole;
    return {
      id: procedure.publicId,
      slug: procedure.slug,
      demarche: procedure.name,
      administration: procedure.organisation?.name ?? null,
      ministere: procedure.ministry?.name ?? null,
      etat: stateOf(one),
      etat_depuis: now.since?.toISOString() ?? null,
      periode_debut: period.from,
      periode_fin: period.to,
      statut: result.status,
      valeur: result.value,
      niveau: result.level,
      numerateur: numerator,
      denominateur: denominator,
      couverture: coverage.share,
      minutes_perturbees: minutes.degraded,
      minutes_panne: minutes.down,
      minutes_robot_refuse: minutes.blocked,
      minutes_indeterminees: minutes.unknown,
      minutes_maintenance: minutes.maintenance,
      minutes_sans_mesure: unmonitoredMinutes,
      avis: reviews,
    };
  });
}
