/** What probes and checks tell to judgement (design §2). */
import { addDays } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import type { Fact } from '../core/figure.ts';
import { elapsedOf } from './availability-figures.ts';
import { CHECK_VALID_DAYS, type Check } from './check.ts';
import { byVerdict } from './minute-day.ts';
import { readNumbers } from './packed-hour.sql.ts';
import { boundsOf, type Period } from './paris-hours.ts';
import {
  type CheckCriterion,
  checkedFact,
  KIND_OF,
  type ProbeCriterion,
  probedFacts,
  probedPeriod,
  type RoleCheck,
} from './probe-facts.ts';
import type { Role } from './target.ts';

/**
 * The facts of probes at the end of a window: availability and mean response time of its last three months, where enough of
 * it was seen; and of the last check that could tell, made within its last 35 days, display speed, use on a phone, the rate
 * that a declaration of accessibility gives on its own page, and a sign-in that is offered.
 *
 * @param knownAt later checks, and minutes that had not begun, are left out. Samples that come late are not: an edition keeps
 *   what it was told when it was frozen
 * @returns facts by subject id, then by criterion
 */
export async function listFacts(
  db: Queryable,
  criteria: readonly string[],
  subjectIds: readonly number[],
  window: Period,
  knownAt: Date,
): Promise<Map<number, Record<string, Fact>>> {
  const facts = new Map<number, Record<string, Fact>>();
  if (subjectIds.length === 0) return facts;
  const keep = (subjectId: number, criterion: string, fact: Fact) =>
    facts.set(subjectId, { ...facts.get(subjectId), [criterion]: fact });
  const probed = (['availability', 'response_time'] as const).filter((one) => criteria.includes(one));
  if (probed.length > 0) {
    for (const [subjectId, told] of await listProbed(db, subjectIds, probedPeriod(window), knownAt)) {
      for (const criterion of probed) {
        const fact = told[criterion];
        if (fact !== undefined) keep(subjectId, criterion, fact);
      }
    }
  }
  const checked = (Object.keys(KIND_OF) as CheckCriterion[]).filter((one) => criteria.includes(one));
  for (const [subjectId, checks] of await listChecks(db, checked, subjectIds, window, knownAt)) {
    for (const criterion of checked) {
      const ofKind = checks.filter(({ check }) => check.kind === KIND_OF[criterion]);
      const fact = checkedFact(criterion, ofKind);
      if (fact !== null) keep(subjectId, criterion, fact);
    }
  }
  return facts;
}

async function listProbed(
  db: Queryable,
  subjectIds: readonly number[],
  period: Period,
  knownAt: Date,
): Promise<Map<number, Partial<Record<ProbeCriterion, Fact>>>> {
  const values = [subjectIds, period.from, period.to];
  const minutes = await db.query<{ subjectId: number; whole: string }>(
    `select subject_id as "subjectId", array[sum(whole[1]), sum(whole[2]), sum(whole[3]), sum(whole[4]), sum(whole[5]),
       sum(whole[6])]::text as whole
     from probes.subject_day where subject_id = any($1::bigint[]) and day between $2 and $3
     group by subject_id order by subject_id`,
    values,
  );
  const answers = await db.query<{ subjectId: number; n: number; sumMs: number }>(
    `select subject_id as "subjectId", sum(business[1] + other[1])::bigint as n, sum(business[2] + other[2])::bigint as "sumMs"
     from (select distinct subject_id, target_id from probes.target_use where subject_id = any($1::bigint[])) as used
     join probes.daily using (target_id)
     where day between $2 and $3 and exists (
       select from probes.target_use as one
       where (one.subject_id, one.target_id) = (used.subject_id, used.target_id)
         and day >= (since at time zone 'Europe/Paris')::date
         and day <= coalesce((until at time zone 'Europe/Paris')::date, 'infinity')
     ) group by subject_id`,
    values,
  );
  const answersOf = new Map(answers.map((one) => [one.subjectId, one]));
  const { whole: periodMinutes } = elapsedOf(period, knownAt);
  return new Map(
    minutes.map(({ subjectId, whole }) => {
      const answered = answersOf.get(subjectId) ?? { n: 0, sumMs: 0 };
      return [subjectId, probedFacts(byVerdict(readNumbers(whole)), answered, period, periodMinutes)];
    }),
  );
}

type CheckRow = { readonly subjectId: number; readonly role: Role } & Check;

/** The last check of each target and kind that could tell, by procedure. */
async function listChecks(
  db: Queryable,
  criteria: readonly CheckCriterion[],
  subjectIds: readonly number[],
  { from, to }: Period,
  knownAt: Date,
): Promise<Map<number, RoleCheck[]>> {
  if (criteria.length === 0) return new Map();
  const recent = addDays(to, 1 - CHECK_VALID_DAYS);
  const { fromMs, toMs } = boundsOf({ from: recent > from ? recent : from, to });
  const rows = await db.query<CheckRow>(
    `select used.subject_id as "subjectId", used.role, last.*
     from (
       select distinct on (subject_id, target_id) subject_id, target_id, role from probes.target_use
       where subject_id = any($1::bigint[]) and since < $4 and (until is null or until >= $4)
       order by subject_id, target_id, since desc
     ) as used, lateral (
       select distinct on (kind) target_id as "targetId", kind, checked_at as "checkedAt", result, figures, evidence
       from probes.check_result
       where target_id = used.target_id and kind = any($2) and checked_at >= $3 and checked_at < $4 and checked_at <= $5
         and result <> 'unknown'
       order by kind, checked_at desc
     ) as last
     order by used.subject_id, used.target_id, last.kind`,
    [subjectIds, criteria.map((one) => KIND_OF[one]), new Date(fromMs), new Date(toMs), knownAt],
  );
  const checks = new Map<number, RoleCheck[]>();
  for (const { subjectId, role, ...check } of rows) {
    checks.set(subjectId, [...(checks.get(subjectId) ?? []), { role, check }]);
  }
  return checks;
}
