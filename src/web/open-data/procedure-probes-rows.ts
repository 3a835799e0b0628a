/** The probes of a procedure as a table: a line a day, what it was and what its traffic was. */
import type { Procedure } from '../../catalogue/index.ts';
import { addDays } from '../../core/clock.ts';
import type { CsvValue } from '../../core/csv.ts';
import { dayStateOf } from '../day-state.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import { countOutagesOn } from '../procedure-probes-surge.ts';

/** Columns of `/demarches/{id}-{slug}/disponibilite.csv`. */
export const PROCEDURE_PROBES_COLUMNS = [
  'id',
  'jour',
  'etat',
  'disponibilite',
  'numerateur',
  'denominateur',
  'couverture',
  'minutes_perturbees',
  'minutes_panne',
  'minutes_robot_refuse',
  'minutes_indeterminees',
  'minutes_maintenance',
  'minutes_sans_mesure',
  'reponses',
  'reponse_moyenne_ms',
  'reponse_mediane_ms',
  'reponse_p75_ms',
  'reponse_p95_ms',
  'apdex',
  'mesures_apdex',
  'visites',
  'pannes',
  'evenements',
] as const;

type Row = Record<(typeof PROCEDURE_PROBES_COLUMNS)[number], CsvValue>;

/** Every day of the period, those without any sample too; none where nothing is followed. */
export function procedureProbesRows({ publicId }: Procedure, probes: ProcedureProbes | null): Row[] {
  if (probes === null) return [];
  const { view, availability, response, surge, outages, annotations } = probes;
  const availabilities = new Map(availability.days.map((one) => [one.day, one.availability]));
  const responses = new Map(response.days.map((one) => [one.day, one.response]));
  const surges = new Map(surge.days.map((one) => [one.day, one]));
  const rows: Row[] = [];
  for (let day = view.period.from; day <= view.period.to; day = addDays(day, 1)) {
    const up = availabilities.get(day) ?? null;
    const fast = responses.get(day) ?? null;
    rows.push({
      id: publicId,
      jour: day,
      etat: dayStateOf(up),
      disponibilite: up?.share ?? null,
      numerateur: up?.numerator ?? null,
      denominateur: up?.denominator ?? null,
      couverture: up?.coverage.share ?? null,
      minutes_perturbees: up?.minutes.degraded ?? null,
      minutes_panne: up?.minutes.down ?? null,
      minutes_robot_refuse: up?.minutes.blocked ?? null,
      minutes_indeterminees: up?.minutes.unknown ?? null,
      minutes_maintenance: up?.minutes.maintenance ?? null,
      minutes_sans_mesure: up?.unmonitoredMinutes ?? null,
      reponses: fast?.n ?? null,
      reponse_moyenne_ms: fast?.meanMs ?? null,
      reponse_mediane_ms: fast?.p50Ms ?? null,
      reponse_p75_ms: fast?.p75Ms ?? null,
      reponse_p95_ms: fast?.p95Ms ?? null,
      apdex: fast?.apdex.score ?? null,
      mesures_apdex: fast?.apdex.n ?? null,
      visites: surges.get(day)?.visits ?? null,
      pannes: countOutagesOn(day, outages),
      evenements:
        annotations
          .filter((one) => one.day === day)
          .map(({ text }) => text.fr)
          .join('; ') || null,
    });
  }
  return rows;
}
