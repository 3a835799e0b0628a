/** The availability of all procedures as JSON. */
import type { Procedure } from '../../catalogue/index.ts';
import { type Availability, incidentJson, stateOfVantage, VERDICTS } from '../../probes/index.ts';
import type { MonitoredProcedure, NationalAvailability, ShownIncident } from '../availability-national.ts';
import { countStates, stateOf } from '../availability-query.ts';
import { cellsOf } from '../day-state.ts';

/** Names of the places of each entry of `days`. */
const DAY_FIELDS = ['day', 'state', ...VERDICTS, 'unmonitored'] as const;

/** @param shown the procedures that the address asks for */
export function nationalJson(national: NationalAvailability, shown: readonly MonitoredProcedure[]) {
  const { now, period, procedures, monitored, incidents, maintenances, ownOutages, vantages } = national;
  return {
    as_of: now.toISOString(),
    period,
    procedures: { catalogue: procedures, monitored: monitored.length, states: countStates(monitored) },
    incidents: incidents.map(toIncidentJson),
    maintenances: maintenances.map(({ startsAt, endsAt, reason, procedures: touched }) => ({
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      reason,
      procedures: touched.map(nameJson),
    })),
    own_outages: ownOutages.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    vantages: vantages.map((vantage) => ({
      slug: vantage.slug,
      name: vantage.name,
      state: stateOfVantage(vantage, now),
      seen_at: vantage.seenAt?.toISOString() ?? null,
      skew_ms: vantage.skewMs,
    })),
    day_fields: DAY_FIELDS,
    monitored: shown.map((one) => monitoredJson(one, national)),
  };
}

function monitoredJson(one: MonitoredProcedure, { period }: NationalAvailability) {
  const { procedure, now, days, result, reviews } = one;
  const { status, value, level, reason } = result;
  return {
    ...nameJson(procedure),
    organisation: procedure.organisation?.name ?? null,
    state: stateOf(one),
    since: now.since?.toISOString() ?? null,
    targets: now.targets.map(({ url, role, verdict, outcome, since, lookedAt }) => ({
      url,
      role,
      state: verdict ?? 'unseen',
      outcome,
      since: since?.toISOString() ?? null,
      looked_at: lookedAt?.toISOString() ?? null,
    })),
    availability: { status, value, level, reason, ...availabilityJson(days.whole), reviews },
    days: cellsOf(days.days, period).flatMap(({ day, state, availability }) =>
      availability === null
        ? []
        : [
            [
              day,
              state,
              ...VERDICTS.map((verdict) => availability.minutes[verdict]),
              availability.unmonitoredMinutes,
            ],
          ],
    ),
  };
}

function availabilityJson({ numerator, denominator, minutes, coverage, unmonitoredMinutes }: Availability) {
  return { numerator, denominator, minutes, unmonitored_minutes: unmonitoredMinutes, coverage };
}

function toIncidentJson(incident: ShownIncident) {
  const { procedures, reviews } = incident;
  return { ...incidentJson(incident), procedures: procedures.map(nameJson), reviews };
}

function nameJson({ publicId, slug, name }: Procedure) {
  return { id: publicId, slug, name };
}
