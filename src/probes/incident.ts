/**
 * What makes an incident of the samples of a target: which failures are confirmed, when one ends, when it is the same one
 * again. Pure, and decided by the times of samples: in whatever order they come, the same incidents come of them.
 */
import { codeOf, type Outcome, verdictOf } from './outcome.ts';
import { longestLookMs } from './schedule.ts';
import type { Target } from './target.ts';

/** What an incident rests on: one sample of a target, with the point of measure that took it. */
export type Sighting = { readonly vantageId: number; readonly at: Date; readonly outcome: Outcome };

export type Incident = {
  /** When the first failure was seen. */
  readonly startedAt: Date;
  /** When nothing was left to doubt it. */
  readonly confirmedAt: Date;
  /** When it was last confirmed again, having failed soon after it had ended; null where it never did. */
  readonly resumedAt: Date | null;
  /** When it was first seen to answer again; null while it does not. */
  readonly endedAt: Date | null;
  /** The outcome seen most often in its first half hour. */
  readonly cause: Outcome;
  /** Points of measure that saw it, in order. */
  readonly vantageIds: readonly number[];
};

/** A failure that comes again so soon after the end of an incident is the same one, in ms. */
export const SAME_WITHIN_MS = 600_000;
/** The part of an incident that gives its cause, in ms. */
export const CAUSE_WITHIN_MS = 1_800_000;

export type IncidentContext = {
  /** See `silentAfterMs`. */
  readonly silentAfterMs: number;
  /** Nothing is decided before this instant: earlier samples say how each point of measure stood. */
  readonly from: Date;
  /** The last incident that was confirmed before it; without an end where it had not ended. */
  readonly before: Incident | null;
};

/**
 * A point of measure that said nothing of a target for so long, in ms, is silent: it confirms nothing, and contradicts nothing.
 * Two intervals, or the longest look and the next turn.
 */
export function silentAfterMs(target: Pick<Target, 'intervalMs' | 'timeoutMs'>): number {
  const { intervalMs } = target;
  return intervalMs + Math.max(intervalMs, longestLookMs(target));
}

/** How a point of measure stands: what it saw last, how often in a row, and since when. */
type Stand = {
  readonly atMs: number;
  readonly isUp: boolean;
  readonly run: number;
  readonly sinceMs: number;
};

type Draft = { startedMs: number; confirmedMs: number; resumedMs: number | null; endedMs: number | null };

/**
 * The incidents of a target from an instant on, in order, `before` first.
 *
 * - It opens at a failure that every other point of measure that is not silent sees too; where there is no other, at the
 *   second in a row that was asked. It starts with the first failure since anybody last saw the target answer.
 * - It ends at the first of two answers in a row that any point of measure sees; or with a maintenance.
 * - What fails again within ten minutes of the end goes on with the same incident.
 *
 * @param samples of this target, in order of time, confirmed by a second try each; from a while before `from`
 */
export function findIncidents(samples: readonly Sighting[], context: IncidentContext): Incident[] {
  const { silentAfterMs, before } = context;
  const fromMs = context.from.getTime();
  const drafts: Draft[] = before === null ? [] : [draftOf(before)];
  const stands = new Map<number, Stand>();
  let firstFailureMs: number | null = null;

  const openOne = () => drafts.findLast(({ endedMs }) => endedMs === null);

  function see({ vantageId, at, outcome }: Sighting, isUp: boolean): Stand {
    const atMs = at.getTime();
    const last = stands.get(vantageId);
    const goesOn = last !== undefined && last.isUp === isUp && atMs - last.atMs <= silentAfterMs;
    const stand = {
      ...{ atMs, isUp },
      run: (goesOn ? last.run : 0) + (wasAsked(outcome) ? 1 : 0),
      sinceMs: goesOn ? last.sinceMs : atMs,
    };
    stands.set(vantageId, stand);
    return stand;
  }

  function onAnswer({ run, sinceMs }: Stand): void {
    firstFailureMs = null;
    const open = openOne();
    if (open !== undefined && run >= 2) open.endedMs = Math.max(sinceMs, open.startedMs);
  }

  function onFailure(atMs: number): void {
    firstFailureMs ??= atMs;
    if (openOne() !== undefined) return;
    const live = [...stands.values()].filter((stand) => atMs - stand.atMs <= silentAfterMs);
    const isAgreed = live.every(({ isUp }) => !isUp) && (live.length > 1 || live.some(({ run }) => run >= 2));
    if (!isAgreed) return;
    const startedMs = Math.max(firstFailureMs, Math.min(...live.map(({ sinceMs }) => sinceMs)));
    const last = drafts.at(-1);
    if (last?.endedMs != null && startedMs - last.endedMs <= SAME_WITHIN_MS)
      Object.assign(last, { resumedMs: atMs, endedMs: null });
    else drafts.push({ startedMs, confirmedMs: atMs, resumedMs: null, endedMs: null });
  }

  for (const sample of samples) {
    const verdict = verdictOf(sample.outcome);
    const atMs = sample.at.getTime();
    const isDecided = atMs >= fromMs;
    if (verdict === 'maintenance') {
      stands.clear();
      const open = openOne();
      if (isDecided && open !== undefined) open.endedMs = Math.max(atMs, open.startedMs);
    } else if (verdict === 'up' || verdict === 'degraded') {
      const stand = see(sample, true);
      if (isDecided) onAnswer(stand);
      else firstFailureMs = null;
    } else if (verdict === 'down') {
      see(sample, false);
      if (isDecided) onFailure(atMs);
      else firstFailureMs ??= atMs;
    }
  }
  return drafts.map((draft, at) => describe(draft, samples, at === 0 ? before : null));
}

/** False of a slot in which a site is taken at its word, and not asked. */
function wasAsked(outcome: Outcome): boolean {
  return outcome !== 'back_later';
}

function draftOf({ startedAt, confirmedAt, resumedAt, endedAt }: Incident): Draft {
  return {
    startedMs: startedAt.getTime(),
    confirmedMs: confirmedAt.getTime(),
    resumedMs: resumedAt?.getTime() ?? null,
    endedMs: endedAt?.getTime() ?? null,
  };
}

function describe(draft: Draft, samples: readonly Sighting[], before: Incident | null): Incident {
  const { startedMs, confirmedMs, resumedMs, endedMs } = draft;
  const failures = samples.filter(({ at, outcome }) => {
    const atMs = at.getTime();
    return atMs >= startedMs && atMs < (endedMs ?? Infinity) && verdictOf(outcome) === 'down';
  });
  const first = failures.filter(
    ({ at, outcome }) => at.getTime() < startedMs + CAUSE_WITHIN_MS && wasAsked(outcome),
  );
  const seenBy = new Set([...(before?.vantageIds ?? []), ...failures.map(({ vantageId }) => vantageId)]);
  return {
    startedAt: new Date(startedMs),
    confirmedAt: new Date(confirmedMs),
    resumedAt: resumedMs === null ? null : new Date(resumedMs),
    endedAt: endedMs === null ? null : new Date(endedMs),
    cause: mostFrequent(first.map(({ outcome }) => outcome)) ?? before?.cause ?? 'probe_failed',
    vantageIds: [...seenBy].sort((one, other) => one - other),
  };
}

/** The one met most often, of equals the one of the lowest code; null of none. */
function mostFrequent(outcomes: readonly Outcome[]): Outcome | null {
  const groups = [...Map.groupBy(outcomes, (outcome) => outcome)];
  groups.sort(([one, ones], [other, others]) => others.length - ones.length || codeOf(one) - codeOf(other));
  return groups[0]?.[0] ?? null;
}
