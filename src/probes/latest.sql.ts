/** The last thing that each point of measure saw of each target. */
import type { Queryable } from '../core/database.ts';
import { silentAfterMs } from './incident.ts';
import { codeOf, outcomeOf, type Verdict, verdictOf } from './outcome.ts';
import { NO_DETAIL, type ProbeDetail, type Sample } from './sample.ts';
import type { Target } from './target.ts';

/** What is told beside the last sample of each target, by target. */
export type Details = ReadonlyMap<number, { readonly at: Date; readonly detail: ProbeDetail }>;

/** What was seen of a target at an instant, and since when nothing else was. */
type Stand = { readonly at: Date; readonly verdict: Verdict; readonly since: Date };

/**
 * Keeps the last sample of each target, unless a later one is known. While its verdict stays the same, and no silence comes
 * between, so does the instant since when. Those who write for the same point of measure do so one after another.
 */
export async function writeLatest(
  tx: Queryable,
  vantageId: number,
  samples: readonly Sample[],
  details: Details,
): Promise<void> {
  const byTarget = Map.groupBy(samples, ({ targetId }) => targetId);
  const targets = await tx.query<
    Pick<Target, 'id' | 'intervalMs' | 'timeoutMs'> &
      ({ at: Date; outcome: number; since: Date } | { at: null; outcome: null; since: null })
  >(
    `select id, interval_ms as "intervalMs", timeout_ms as "timeoutMs", at, outcome, verdict_since as since
     from probes.target left join probes.latest on vantage_id = $1 and target_id = id where id = any($2::bigint[])`,
    [vantageId, [...byTarget.keys()]],
  );
  const latest = targets.flatMap((target) => {
    const { at, outcome, since } = target;
    const known = at === null ? null : { at, since, verdict: verdictOf(outcomeOf(outcome)) };
    return lastOf(byTarget.get(target.id) ?? [], known, silentAfterMs(target)) ?? [];
  });
  if (latest.length === 0) return;
  await tx.query(
    `insert into probes.latest (target_id, vantage_id, at, outcome, verdict_since, detail)
     select target_id, $1, at, outcome, since, detail::jsonb
     from unnest($2::bigint[], $3::timestamptz[], $4::smallint[], $5::timestamptz[], $6::text[])
       as given (target_id, at, outcome, since, detail)
     on conflict (target_id, vantage_id) do update set
       at = excluded.at, outcome = excluded.outcome, verdict_since = excluded.verdict_since, detail = excluded.detail`,
    [
      vantageId,
      latest.map(({ sample }) => sample.targetId),
      latest.map(({ sample }) => sample.at),
      latest.map(({ sample }) => codeOf(sample.outcome)),
      latest.map(({ since }) => since),
      latest.map(({ sample }) => textOf(details, sample)),
    ],
  );
}

/** The last of the samples of a target, and since when its verdict is what it is; null when a later one is known. */
function lastOf(
  samples: readonly Sample[],
  known: Stand | null,
  silentMs: number,
): { sample: Sample; since: Date } | null {
  const later = samples
    .filter(({ at }) => known === null || at > known.at)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  let stand = known;
  for (const { at, outcome } of later) {
    const verdict = verdictOf(outcome);
    const before: Stand | null = stand?.verdict === verdict ? stand : null;
    const isSilent = before === null || at.getTime() - before.at.getTime() > silentMs;
    stand = { at, verdict, since: isSilent ? at : before.since };
  }
  const sample = later.at(-1);
  return sample === undefined || stand === null ? null : { sample, since: stand.since };
}

function textOf(details: Details, { targetId, at }: Sample): string {
  const found = details.get(targetId);
  return JSON.stringify(
    found !== undefined && found.at.getTime() === at.getTime() ? found.detail : NO_DETAIL,
  );
}

/** When the certificate of each target ends, as its last look that saw one tells; a target of which none did is absent. */
export async function listCertificateEnds(
  db: Queryable,
  targetIds: readonly number[],
): Promise<Map<number, Date>> {
  const rows = await db.query<{ targetId: number; endsAt: Date }>(
    `select distinct on (target_id) target_id as "targetId", (detail->'certificate'->>'validTo')::timestamptz as "endsAt"
     from probes.latest
     where target_id = any($1::bigint[]) and detail->'certificate'->>'validTo' is not null
     order by target_id, at desc`,
    [targetIds],
  );
  return new Map(rows.map(({ targetId, endsAt }) => [targetId, endsAt]));
}
