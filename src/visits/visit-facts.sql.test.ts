import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { addDays } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { addVisitCounts, claimDays } from './add-visits.sql.ts';
import { closeCounter, createCounter } from './counter.sql.ts';
import { COUNTER_SOURCE } from './visit-count.ts';
import { listFacts } from './visit-facts.sql.ts';

const WINDOW = { from: '2025-01-01', to: '2025-12-31' };
const NOW = new Date('2026-01-05T12:00:00Z');

/** A procedure whose counter was opened on a day, and that submitted three a week of 2025, some months apart. */
async function counted(db: Database, openedAt: string, without: readonly string[] = []) {
  const [{ n = 0 } = {}] = await db.query<{ n: number }>('select count(*) as n from catalogue.subject');
  const [subjectId = 0] = await db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: String(n + 1), name: `Démarche ${n}`, validFrom: '2020-01-01' }]),
  );
  const counter = await createCounter(
    db,
    { subjectId, origins: ['https://a.fr'], paths: [], steps: [], author: 'test' },
    new Date(openedAt),
  );
  const days = Array.from({ length: 53 }, (_, week) => ({ subjectId, day: addDays(WINDOW.from, 7 * week) }));
  const kept = days.filter(({ day }) => !without.includes(day.slice(0, 7)));
  await claimDays(db, kept, COUNTER_SOURCE);
  const counts = kept.map(
    (one) => ({ ...one, dimension: 'step', value: 'submitted', views: 4, visits: 3 }) as const,
  );
  await addVisitCounts(db, { counts, durations: [] });
  return { subjectId, counter, expected: 3 * kept.length };
}

const factsOf = (db: Database, subjectIds: number[]) =>
  listFacts(db, ['volume_online'], subjectIds, WINDOW, NOW);

test('what was submitted over the window is a measured volume, where the counter covered the whole of it', async (t) => {
  const db = await testDatabase(t);
  const { subjectId, expected } = await counted(db, '2024-12-31T12:00:00Z');
  const fact = (await factsOf(db, [subjectId])).get(subjectId)?.volume_online;
  assert.deepEqual([fact?.status, fact?.value, fact?.origin], ['measured', expected, 'automatic']);
  assert.deepEqual([fact?.periodStart, fact?.periodEnd], [WINDOW.from, WINDOW.to]);
  assert.equal((await listFacts(db, ['satisfaction'], [subjectId], WINDOW, NOW)).size, 0);
});

test('a part of a year is no volume of the year', async (t) => {
  const db = await testDatabase(t);
  const late = await counted(db, '2025-01-02T12:00:00Z');
  const gap = await counted(db, '2024-06-01T12:00:00Z', ['2025-05']);
  const closed = await counted(db, '2024-06-01T12:00:00Z');
  await closeCounter(db, closed.counter.id, 'fini', new Date('2025-12-31T12:00:00Z'));
  assert.equal((await factsOf(db, [late.subjectId, gap.subjectId, closed.subjectId])).size, 0);
});
