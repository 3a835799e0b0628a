/** Puts what was counted in the store: all of it, or nothing. */
import type { Transactional } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import { addVisitCounts, claimDays, mergeSketches } from './add-visits.sql.ts';
import type { Batch } from './tally.ts';
import { COUNTER_SOURCE, type SubjectDay } from './visit-count.ts';

export type BatchWriter = {
  /** Writes a batch in one transaction, once its days are claimed. */
  write(batch: Batch): Promise<void>;
};

/** Days of subjects that are known to be held; beyond, they are asked for again. */
const REMEMBERED = 10_000;

const keyOf = ({ subjectId, day }: SubjectDay) => `${subjectId} ${day}`;

export function createBatchWriter({
  db,
  log,
}: {
  db: Pick<Transactional, 'transaction'>;
  log: Pick<Log, 'warn'>;
}): BatchWriter {
  /** Whether each day is ours to add to; a day that a file has told already is not. */
  const held = new Map<string, boolean>();

  return {
    async write({ counts, durations, sketches }) {
      const unheard = [...counts, ...sketches].filter((one) => !held.has(keyOf(one)));
      if (counts.length === 0 && sketches.length === 0) return;
      // Before, and apart: of two processes that claim and count at once, neither would wait for the other in a circle.
      const others =
        unheard.length === 0 ? [] : await db.transaction((tx) => claimDays(tx, unheard, COUNTER_SOURCE));
      const lost = new Set(others.map(keyOf));
      const isOurs = (one: SubjectDay) => held.get(keyOf(one)) ?? !lost.has(keyOf(one));
      await db.transaction(async (tx) => {
        await mergeSketches(tx, sketches.filter(isOurs));
        await addVisitCounts(tx, { counts: counts.filter(isOurs), durations: durations.filter(isOurs) });
      });
      const heard = unheard.map((one): [string, boolean] => [keyOf(one), isOurs(one)]);
      if (heard.some(([, isOurs]) => !isOurs)) {
        log.warn('visits are not added to days that were imported: what the file told of them stands');
      }
      if (held.size > REMEMBERED) held.clear();
      for (const [key, isOurs] of heard) held.set(key, isOurs);
    },
  };
}
