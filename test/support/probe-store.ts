/** A store with targets that are probed for procedures, and the samples of them. */
import { recordProcedures } from '../../src/catalogue/index.ts';
import type { Database, Queryable } from '../../src/core/database.ts';
import { addTarget, type Outcome, type Sample } from '../../src/probes/index.ts';
import { type Role, USUAL_DEMAND } from '../../src/probes/target.ts';
import { createVantages } from './probe-store.sql.ts';

export const MINUTE_MS = 60_000;

/** When targets of `openProbeStore` began to be probed. */
export const SINCE = new Date('2026-01-01T00:00:00Z');

export type ProbeStore = {
  readonly subjectIds: readonly number[];
  /** As many a procedure as asked, those of the first procedure first. */
  readonly targetIds: readonly number[];
  readonly vantageIds: readonly number[];
};

const ROLES_IN_ORDER: readonly Role[] = ['home', 'sign_in', 'form', 'last_page'];

/** Makes procedures with targets of their own, and points of measure. */
export async function openProbeStore(
  db: Database,
  { procedures = 1, targets = 1, vantages = 2, intervalMs = MINUTE_MS } = {},
): Promise<ProbeStore> {
  const subjectIds = await db.transaction((tx) =>
    recordProcedures(
      tx,
      Array.from({ length: procedures }, (_, at) => ({
        ...{ publicId: String(at + 1), name: `Démarche ${at + 1}`, validFrom: '2020-01-01' },
      })),
    ),
  );
  const targetIds: number[] = [];
  for (const subjectId of subjectIds) {
    for (const role of ROLES_IN_ORDER.slice(0, targets)) {
      const demand = { ...USUAL_DEMAND, intervalMs, url: `https://site-${subjectId}.example/${role}` };
      const added = await db.transaction((tx) =>
        addTarget(tx, { demand, subjectId, role, author: 'test' }, SINCE),
      );
      targetIds.push(added.target.id);
    }
  }
  return { subjectIds, targetIds, vantageIds: await createVantages(db as Queryable, vantages, SINCE) };
}

export function sampleOf(
  targetId: number,
  at: string | number,
  outcome: Outcome = 'up',
  firstByteMs = 100,
): Sample {
  const begun = { targetId, at: new Date(at), outcome };
  return { ...begun, nameMs: 2, connectMs: 10, tlsMs: null, firstByteMs, wholeMs: firstByteMs + 5 };
}

/** A sample a minute over [from, to), `seconds` after the beginning of each. */
export function samplesEachMinute(
  targetId: number,
  from: string,
  to: string,
  outcome: Outcome = 'up',
  seconds = 7,
): Sample[] {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  return Array.from({ length: (end - begin) / MINUTE_MS }, (_, at) =>
    sampleOf(targetId, begin + at * MINUTE_MS + seconds * 1_000, outcome),
  );
}
