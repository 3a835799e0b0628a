/** What targets and procedures are now, from the last look of each point of measure. Pure. */
import { silentAfterMs } from './incident.ts';
import type { HeldMaintenance } from './maintenance.sql.ts';
import { isInMaintenance } from './maintenance.ts';
import { verdictOfProcedure, verdictOfTarget } from './minutes.ts';
import { type Outcome, type Verdict, verdictOf } from './outcome.ts';
import type { HeldTarget, LastLook } from './target.sql.ts';
import type { Role, Target } from './target.ts';

/** A target now. `verdict` is null where no point of measure looked lately: nothing is said of it. */
export type TargetNow = {
  readonly targetId: number;
  readonly url: string;
  readonly verdict: Verdict | null;
  /** What was seen last that gives the verdict. */
  readonly outcome: Outcome | null;
  /** Since when it is surely so: before, a point of measure saw something else, or looked at nothing. */
  readonly since: Date | null;
  /** When it was looked at last, by any point of measure, however long ago. */
  readonly lookedAt: Date | null;
};

/** A procedure now: `verdict` from all its targets together, and since when it is surely so. */
export type ProcedureNow = {
  readonly subjectId: number;
  readonly verdict: Verdict | null;
  readonly since: Date | null;
  readonly targets: readonly (TargetNow & { readonly role: Role })[];
};

/** True of a look that still tells what a target is. */
export function isRecent(
  { at }: Pick<LastLook, 'at'>,
  target: Pick<Target, 'intervalMs' | 'timeoutMs'>,
  now: Date,
): boolean {
  return now.getTime() - at.getTime() <= silentAfterMs(target) + target.timeoutMs;
}

/**
 * The procedures that open targets count for, by id.
 *
 * @param targets those that are open, with the last look of each point of measure
 * @param maintenances those that are not cancelled
 */
export function statesNow(
  targets: readonly HeldTarget[],
  maintenances: readonly HeldMaintenance[],
  now: Date,
): ProcedureNow[] {
  const announced = Map.groupBy(maintenances, ({ targetId }) => targetId);
  const uses = targets.flatMap((target) => {
    const state = targetNow(target, announced.get(target.id) ?? [], now);
    return target.uses.map(({ subjectId, role }) => ({ subjectId, target: { ...state, role } }));
  });
  return [...Map.groupBy(uses, ({ subjectId }) => subjectId)]
    .map(([subjectId, of]) =>
      procedureNow(
        subjectId,
        of.map(({ target }) => target),
      ),
    )
    .sort((one, other) => one.subjectId - other.subjectId);
}

function targetNow(target: HeldTarget, maintenances: readonly HeldMaintenance[], now: Date): TargetNow {
  const { id: targetId, url, looks } = target;
  const lookedAt = latest(looks.map(({ at }) => at));
  if (isInMaintenance(maintenances, now)) {
    return { targetId, url, verdict: 'maintenance', outcome: 'maintenance', since: null, lookedAt };
  }
  const heard = looks.filter((look) => isRecent(look, target, now));
  const verdict = verdictOfTarget(heard.map(({ outcome }) => verdictOf(outcome)));
  const telling = heard.filter(({ outcome }) => verdictOf(outcome) === verdict);
  const last = telling.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
  return {
    targetId,
    url,
    verdict,
    outcome: last?.outcome ?? null,
    since: sinceWhen(
      verdict,
      'up',
      heard.map((look) => ({ verdict: verdictOf(look.outcome), since: look.verdictSince })),
    ),
    lookedAt,
  };
}

function procedureNow(subjectId: number, targets: ProcedureNow['targets']): ProcedureNow {
  const verdict = verdictOfProcedure(targets.map((target) => target.verdict));
  return { subjectId, verdict, since: sinceWhen(verdict, 'down', targets), targets };
}

/**
 * Since when the verdict of all these together is what it is. The strongest holds as soon as one of them says so; any other
 * only since none of them said another.
 */
function sinceWhen(
  verdict: Verdict | null,
  strongest: Verdict,
  seen: readonly Pick<TargetNow, 'verdict' | 'since'>[],
): Date | null {
  if (verdict === null) return null;
  if (verdict === strongest) {
    return earliest(seen.flatMap((one) => (one.verdict === verdict ? (one.since ?? []) : [])));
  }
  return seen.some(({ since }) => since === null) ? null : latest(seen.flatMap(({ since }) => since ?? []));
}

function earliest(instants: readonly Date[]): Date | null {
  return instants.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

function latest(instants: readonly Date[]): Date | null {
  return instants.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;
}
