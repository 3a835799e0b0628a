/** The probes of a procedure as JSON. */
import type { Procedure } from '../../catalogue/index.ts';
import type { CheckDivergence } from '../../editions/index.ts';
import {
  type Availability,
  type AvailabilityFigures,
  type Check,
  incidentJson,
  type Response,
  type ResponseFigures,
  type Timeline,
} from '../../probes/index.ts';
import { dayStateOf } from '../day-state.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import type { ProbedAddress } from '../procedure-probes-addresses.ts';
import type { SurgeSide } from '../procedure-probes-surge.ts';
import { snakeKeys } from './snake-keys.ts';

export function procedureProbesJson({ publicId, slug, name }: Procedure, probes: ProcedureProbes | null) {
  const procedure = { id: publicId, slug, name };
  if (probes === null) return { procedure, monitored: false };
  const { now, view, state, addresses, availability, response, hours, timeline, surge } = probes;
  return {
    procedure,
    monitored: state !== null,
    as_of: now.toISOString(),
    period: view.period,
    state: state?.verdict ?? 'unseen',
    since: instant(state?.since),
    targets: addresses.map((address) => targetJson(address, probes)),
    timeline: timelineJson(timeline),
    availability: {
      ...availabilityJson(availability),
      days: availability.days.map((one) => ({
        day: one.day,
        state: dayStateOf(one.availability),
        ...minutesJson(one.availability),
      })),
    },
    response: responseFiguresJson(response, probes),
    hours: hours.map((one) => ({
      hour: one.hour,
      ...minutesJson(one.availability),
      answers: one.answers,
      mean_ms: one.meanMs,
    })),
    levels: probes.judged.map(({ methodology, results }) => ({
      methodology: methodology.id,
      results: Object.fromEntries(results.map(({ definition, result }) => [definition.id, result])),
    })),
    surge: {
      counted: surge.isCounted,
      days: surge.days.map(({ day, visits, incidents }) => ({ day, visits, incidents })),
      comparison: surge.comparison && {
        threshold: surge.comparison.threshold,
        busiest: sideJson(surge.comparison.busiest),
        others: sideJson(surge.comparison.others),
      },
    },
    incidents: probes.incidents.map((one) => ({ ...incidentJson(one), reviews: one.reviews })),
    maintenances: probes.stops.map(({ startsAt, endsAt, reason }) => ({
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      reason,
    })),
    annotations: probes.annotations.map(({ day, text }) => ({ day, text })),
    own_outages: probes.ownOutages.map(({ from, to }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
    })),
    checks: probes.checks.flatMap(({ checks, replies }) =>
      checks.map((check) => ({
        ...checkJson(check),
        last_known: check.lastKnown && {
          ...checkJson(check.lastKnown),
          age_days: check.lastKnown.ageDays,
        },
        replies: replies
          .filter(({ kind }) => kind === check.kind)
          .map(({ writtenAt, author, text }) => ({ written_at: writtenAt.toISOString(), author, text })),
      })),
    ),
    divergences: probes.divergences.map(divergenceJson),
  };
}

function instant(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}

function targetJson(
  { id, url, role, since, until, looks }: ProbedAddress,
  { state, certificates, byTarget }: ProcedureProbes,
) {
  const now = state?.targets.find(({ targetId }) => targetId === id);
  const figures = byTarget.get(id);
  return {
    id,
    url,
    role,
    monitored_since: since.toISOString(),
    closed_at: instant(until),
    state: now?.verdict ?? 'unseen',
    outcome: now?.outcome ?? null,
    since: instant(now?.since),
    looked_at: instant(now?.lookedAt),
    looks: looks.map((look) => ({
      vantage: look.vantage,
      at: look.at.toISOString(),
      outcome: look.outcome,
    })),
    certificate_ends_at: instant(certificates.get(id)),
    availability: figures === undefined ? null : availabilityJson(figures),
  };
}

/** Runs of minutes: `[minutes, verdict]`, null where nothing looked. */
function timelineJson({ startsAt, minutes, targets }: Timeline) {
  const runs = (given: Timeline['minutes']) => {
    const told: [number, (typeof given)[number]][] = [];
    for (const verdict of given) {
      const last = told.at(-1);
      if (last !== undefined && last[1] === verdict) last[0] += 1;
      else told.push([1, verdict]);
    }
    return told;
  };
  return {
    starts_at: startsAt.toISOString(),
    procedure: runs(minutes),
    targets: targets.map((one) => ({ id: one.targetId, minutes: runs(one.minutes) })),
  };
}

function availabilityJson({
  whole,
  business,
  other,
}: Pick<AvailabilityFigures, 'whole' | 'business' | 'other'>) {
  return { whole: minutesJson(whole), business: minutesJson(business), other: minutesJson(other) };
}

function minutesJson({ numerator, denominator, share, minutes, coverage, unmonitoredMinutes }: Availability) {
  return { value: share, numerator, denominator, minutes, unmonitored_minutes: unmonitoredMinutes, coverage };
}

function responseFiguresJson(
  { whole, business, other, days, vantages }: ResponseFigures,
  { vantages: known }: ProcedureProbes,
) {
  return {
    whole: responseJson(whole),
    business: responseJson(business),
    other: responseJson(other),
    days: days.map(({ day, response }) => ({ day, ...responseJson(response) })),
    vantages: vantages.map(({ vantageId, samples, response }) => ({
      vantage: known.find(({ id }) => id === vantageId)?.slug ?? null,
      samples,
      ...responseJson(response),
    })),
  };
}

function responseJson({ n, meanMs, p50Ms, p75Ms, p95Ms, quantileError, apdex }: Response) {
  return {
    n,
    mean_ms: meanMs,
    p50_ms: p50Ms,
    p75_ms: p75Ms,
    p95_ms: p95Ms,
    quantile_error: quantileError,
    apdex,
  };
}

function sideJson({ days, visits, answers, meanMs, medianP95Ms, upMinutes, seenMinutes }: SurgeSide) {
  return {
    days,
    visits,
    answers,
    mean_ms: meanMs,
    median_p95_ms: medianP95Ms,
    up_minutes: upMinutes,
    seen_minutes: seenMinutes,
  };
}

function checkJson({ targetId, kind, checkedAt, result, figures, evidence }: Check) {
  return {
    target: targetId,
    kind,
    checked_at: checkedAt.toISOString(),
    result,
    figures: figures && snakeKeys(figures),
    evidence,
  };
}

function divergenceJson({ code, criterion, declared, check, seen }: CheckDivergence) {
  const { value, source, asOf } = declared;
  return {
    code,
    criterion,
    declared: { value, source, as_of: asOf },
    seen,
    target: check.targetId,
    checked_at: check.checkedAt.toISOString(),
  };
}
