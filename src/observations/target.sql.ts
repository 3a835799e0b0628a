import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Target } from './target.ts';
import type { TargetLine } from './target-file.ts';

/** What became of a line of a file of targets. */
export type TargetRecording = {
  readonly code: string;
  readonly outcome: 'created' | 'changed' | 'withdrawn' | 'unchanged';
};

/**
 * Keeps targets. One that says what is known changes nothing; one that says otherwise supersedes, and the earlier one
 * stays in the store. A target that is withdrawn is no longer current; one that was never known is not there to withdraw.
 *
 * @param author who declares them; @param clock tells the instant of recording
 * @throws VigieError InvalidInput when nobody signs
 */
export async function recordTargets(
  tx: Queryable,
  lines: readonly TargetLine[],
  { author, clock }: { author: string; clock: Clock },
): Promise<TargetRecording[]> {
  if (author.trim() === '') {
    const fault = { path: 'author', message: 'is blank; write who declares the targets' };
    throw new VigieError('InvalidInput', 'Targets are signed.', [fault]);
  }
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.targets'))`);
  const known = new Map((await readHeads(tx)).map((line) => [line.code, line]));
  const recordings = lines.map((line) => ({ code: line.code, outcome: compare(known.get(line.code), line) }));
  const news = lines.filter((_, at) => recordings[at]?.outcome !== 'unchanged');
  if (news.length > 0) await tx.query(INSERT, [JSON.stringify(news), author, clock.now()]);
  return recordings;
}

function compare(known: TargetLine | undefined, line: TargetLine): TargetRecording['outcome'] {
  if (known === undefined) return line.withdrawn ? 'unchanged' : 'created';
  if (contentOf(known) === contentOf(line)) return 'unchanged';
  return line.withdrawn && !known.withdrawn ? 'withdrawn' : 'changed';
}

function contentOf({ indicator, statistic, value, dueOn, label, source, withdrawn }: TargetLine): string {
  return JSON.stringify([indicator, statistic, value, dueOn, label.fr, label.en, source, withdrawn]);
}

const INSERT = `
insert into observations.target (code, indicator, statistic, value, due_on, label_fr, label_en, source, withdrawn,
  author, recorded_at)
select code, indicator, statistic, value, "dueOn", label->>'fr', label->>'en', source, withdrawn, $2, $3
from jsonb_to_recordset($1::jsonb) as given(
  code text, indicator text, statistic text, value numeric, "dueOn" date, label jsonb, source text, withdrawn boolean)`;

/** The last row of each code, withdrawn ones included: those without a term come last. */
async function readHeads(db: Queryable): Promise<TargetLine[]> {
  return db.query<TargetLine>(
    `select code, indicator, statistic, value, due_on as "dueOn",
       json_build_object('fr', label_fr, 'en', label_en) as label, source, withdrawn
     from (select distinct on (code) * from observations.target order by code, id desc) as head
     order by due_on nulls last, code`,
  );
}

/** The targets that hold now: first those due first, then those without a term. */
export async function listTargets(db: Queryable): Promise<Target[]> {
  const heads = await readHeads(db);
  return heads.filter(({ withdrawn }) => !withdrawn).map(({ withdrawn, ...target }) => target);
}
