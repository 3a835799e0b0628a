/** Checks as the store keeps them: each is written once, and never erased. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { CHECK_KINDS, type Check, type CheckKind, type CheckReply, type LatestCheck } from './check.ts';

/** Keeps a check; one that is kept already is left as it is. */
export async function recordCheck(db: Queryable, check: Check): Promise<void> {
  const { targetId, kind, checkedAt, result, figures, evidence } = check;
  await db.query(
    `insert into probes.check_result (target_id, kind, checked_at, result, figures, evidence)
     values ($1, $2, $3, $4, $5, $6) on conflict (target_id, kind, checked_at) do nothing`,
    [targetId, kind, checkedAt, result, figures && writeJson(figures), writeJson(evidence)],
  );
}

/** Texts of pages in whole characters and without NUL: the store refuses others. */
function writeJson(value: object): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed().replaceAll('\0', '') : one,
  );
}

const COLUMNS = `target_id as "targetId", kind, checked_at as "checkedAt", result, figures, evidence`;
const DAY_MS = 86_400_000;

export type CheckListing = {
  readonly targetIds?: readonly number[] | undefined;
  readonly kinds?: readonly CheckKind[] | undefined;
  /** Those made by this instant; now where nothing is said. */
  readonly knownAt?: Date;
};

/**
 * The last check of each target and kind, by target then by kind. One that could not tell carries the last that could, with
 * how old it was then.
 */
export async function listLatestChecks(db: Queryable, listing: CheckListing = {}): Promise<LatestCheck[]> {
  const { targetIds, kinds = CHECK_KINDS, knownAt } = listing;
  // Two walks of the primary key backwards for each target and kind, however many checks there were.
  const rows = await db.query<Check>(
    `with found as (
       select last.* from probes.target cross join unnest($2::text[]) as asked, lateral (
         select * from probes.check_result as made
         where made.target_id = target.id and made.kind = asked and ($3::timestamptz is null or checked_at <= $3)
         order by checked_at desc limit 1) as last
       where $1::bigint[] is null or target.id = any ($1)
     )
     select ${COLUMNS} from (
       select * from found
       union all
       select known.* from found, lateral (
         select * from probes.check_result as made
         where made.target_id = found.target_id and made.kind = found.kind and checked_at < found.checked_at
           and result <> 'unknown'
         order by checked_at desc limit 1) as known
       where found.result = 'unknown') as told
     order by target_id, kind, checked_at desc`,
    [targetIds ?? null, kinds, knownAt ?? null],
  );
  const together = Map.groupBy(rows, ({ targetId, kind }) => `${targetId} ${kind}`);
  return [...together.values()].flatMap(([last, known]): LatestCheck[] => {
    if (last === undefined) return [];
    if (known === undefined) return [{ ...last, lastKnown: null }];
    const ageDays = Math.floor((last.checkedAt.getTime() - known.checkedAt.getTime()) / DAY_MS);
    return [{ ...last, lastKnown: { ...known, ageDays } } as LatestCheck];
  });
}

/** The checks of a target, of one kind where it is given, the last first. */
export function listChecks(
  db: Queryable,
  targetId: number,
  kind: CheckKind | null,
  limit: number,
): Promise<Check[]> {
  return db.query<Check>(
    `select ${COLUMNS} from probes.check_result
     where target_id = $1 and ($2::text is null or kind = $2) order by checked_at desc, kind limit $3`,
    [targetId, kind, limit],
  );
}

/**
 * Keeps what those who answer for a procedure reply to a check; it is shown beside the check from then on.
 * @throws VigieError NotFound when nothing of the kind was ever checked there
 */
export async function replyToCheck(db: Queryable, reply: CheckReply): Promise<void> {
  const { targetId, kind, writtenAt, author, text } = reply;
  const written = await db.query(
    `insert into probes.check_reply (target_id, kind, written_at, author, text)
     select $1, $2, $3, $4, $5
     where exists (select from probes.check_result where target_id = $1 and kind = $2) returning 1`,
    [targetId, kind, writtenAt, author, text],
  );
  if (written.length > 0) return;
  throw new VigieError('NotFound', `Nothing was checked of "${kind}" at target ${targetId}.`);
}

/** What was replied, the last first. */
export function listReplies(db: Queryable, targetIds: readonly number[]): Promise<CheckReply[]> {
  return db.query<CheckReply>(
    `select target_id as "targetId", kind, written_at as "writtenAt", author, text from probes.check_reply
     where target_id = any ($1::bigint[]) order by written_at desc, id desc`,
    [targetIds],
  );
}
