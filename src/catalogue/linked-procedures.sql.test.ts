import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../test/support/database.ts';
import { findProcedureLinks, listProcedures, recordProcedures } from './index.ts';
import { linkProcedure } from './linked-procedures.ts';

const db = await testDatabase();

const IDS = ['1', '2', '3', '4', '5', '6'];
/** `99` names no procedure; every third procedure names none. */
const links = fc.subarray([...IDS, '99'], { maxLength: 3 });

test('what a procedure is tied to is the same as in the whole catalogue, whoever states it', async () => {
  const states = fc.array(fc.record({ nextSteps: links, related: links }), {
    minLength: IDS.length,
    maxLength: IDS.length,
  });
  let day = 0;
  await fc.assert(
    fc.asyncProperty(states, async (stated) => {
      // A version of each more: only the last one counts.
      day += 1;
      const validFrom = new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
      await db.transaction((tx) =>
        recordProcedures(
          tx,
          stated.map(({ nextSteps, related }, at) => {
            const publicId = IDS[at] ?? '';
            const others = (ids: string[]) => (at % 3 === 2 ? [] : ids.filter((id) => id !== publicId));
            const ties = { nextSteps: others(nextSteps), related: others(related) };
            return { publicId, name: `Démarche ${at % 4}`, validFrom, ...ties };
          }),
        ),
      );
      const all = (await listProcedures(db)).toSorted((one, other) =>
        `${one.name} ${one.publicId}` < `${other.name} ${other.publicId}` ? -1 : 1,
      );
      for (const publicId of [...IDS, '99'])
        assert.deepEqual(await findProcedureLinks(db, publicId), linkProcedure(all, publicId));
    }),
    { numRuns: 40 },
  );
});
