import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedProcedure } from '../../test/support/published.ts';
import type { EntryIdentity } from './edition.sql.ts';
import { type Entrant, isMoved, listRenamings, matchEntrants } from './match-editions.ts';

/** A procedure of a ministry, with the subject behind each. */
const entrant = (
  id: string,
  ministry: string | null,
  who: Partial<EntryIdentity> | null = null,
): Entrant => ({
  procedure: publishedProcedure(id, {}, { ministry }),
  who: who && { publicId: id, subjectId: 1, organisationId: null, ministryId: null, ...who },
});

test('a procedure is the same when its subject is, whatever its public id', () => {
  const before = entrant('xwiki19', null, { subjectId: 7 });
  const after = entrant('1775', null, { subjectId: 7 });
  assert.deepEqual(matchEntrants([before], [after]), { entered: [], left: [], both: [{ before, after }] });
  const other = entrant('xwiki19', null, { subjectId: 8 });
  assert.deepEqual(matchEntrants([before], [other]), { entered: [other], left: [before], both: [] });
});

test('without subjects, the public id stands for identity', () => {
  const [before, after] = [entrant('1775', 'Mer'), entrant('1775', 'Océan')];
  assert.deepEqual(matchEntrants([before], [after]).both, [{ before, after }]);
});

test('a name that went and one that came with the same subject are one party, renamed', () => {
  const before = [entrant('1', 'Mer', { ministryId: 3 }), entrant('2', 'Terre', { ministryId: 4 })];
  const after = [entrant('1', 'Océan', { ministryId: 3 }), entrant('2', 'Terre', { ministryId: 4 })];
  assert.deepEqual(listRenamings('ministry', before, after), [{ before: 'Mer', after: 'Océan' }]);
});

test('names that merged, split, stayed or belong to nobody known are not renamed', () => {
  const renamings = (before: Entrant[], after: Entrant[]) => [
    listRenamings('ministry', before, after),
    listRenamings('ministry', after, before),
  ];
  const sea = entrant('1', 'Mer', { ministryId: 3 });
  const land = entrant('2', 'Terre', { ministryId: 3 });
  const ocean = entrant('1', 'Océan', { ministryId: 3 });
  assert.deepEqual(renamings([sea, land], [ocean]), [[], []]);
  assert.deepEqual(renamings([sea], [sea, ocean]), [[], []]);
  assert.deepEqual(renamings([entrant('1', 'Mer')], [entrant('1', 'Océan')]), [[], []]);
  const twoBehind = [sea, entrant('2', 'Mer', { ministryId: 9 }), entrant('3', 'Mer', { ministryId: 3 })];
  assert.deepEqual(renamings(twoBehind, [ocean]), [[], []]);
});

test('a procedure moves when another party answers for it, not when the party is renamed or not named', () => {
  const moved = (before: Entrant, after: Entrant, renamings = [{ before: 'Mer', after: 'Océan' }]) =>
    isMoved('ministry', { before, after }, renamings);
  assert.equal(
    moved(entrant('1', 'Mer', { ministryId: 3 }), entrant('1', 'Océan', { ministryId: 3 })),
    false,
  );
  assert.equal(moved(entrant('1', 'Mer', { ministryId: 3 }), entrant('1', 'Océan', { ministryId: 4 })), true);
  assert.equal(moved(entrant('1', 'Mer'), entrant('1', 'Océan', { ministryId: 3 })), false);
  assert.equal(moved(entrant('1', 'Mer'), entrant('1', 'Océan'), []), true);
  assert.equal(moved(entrant('1', 'Mer'), entrant('1', null)), false);
  assert.equal(moved(entrant('1', null), entrant('1', 'Mer')), false);
});
