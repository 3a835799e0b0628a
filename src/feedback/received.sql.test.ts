import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiveReviews } from '../../test/support/availability-store.ts';
import { testDatabase } from '../../test/support/database.ts';
import { recordProcedures } from '../catalogue/index.ts';
import { countReceived, LONGEST_WINDOW_MS } from './received.sql.ts';

const at = (time: string) => new Date(`2026-01-15T${time}Z`);

test('the reviews of a window are those received in it, of that subject alone, its end left out', async (t) => {
  const db = await testDatabase(t);
  const [one = 0, other = 0] = await db.transaction((tx) =>
    recordProcedures(
      tx,
      ['1', '2'].map((publicId) => ({ publicId, name: `Démarche ${publicId}`, validFrom: '2020-01-01' })),
    ),
  );
  // Each form was opened a minute before: the first one before the window.
  await receiveReviews(db, one, [at('10:00:30'), at('10:30:00'), at('11:00:00')]);
  await receiveReviews(db, other, [at('10:15:00')]);
  const window = { from: at('10:00:00'), to: at('11:00:00') };
  const windows = [
    { subjectId: one, ...window },
    { subjectId: other, ...window },
    { subjectId: one, from: at('08:00:00'), to: at('09:00:00') },
    { subjectId: one, from: at('11:00:00'), to: at('12:00:00') },
  ];
  assert.deepEqual(await countReceived(db, windows), [2, 1, 0, 1]);
  assert.deepEqual(await countReceived(db, []), []);
  const tooLong = {
    subjectId: one,
    from: at('10:00:00'),
    to: new Date(at('10:00:00').getTime() + LONGEST_WINDOW_MS + 1),
  };
  await assert.rejects(countReceived(db, [tooLong]), RangeError);
});
