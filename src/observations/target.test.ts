import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METHODOLOGIES } from '../criteria/index.ts';
import { INDICATORS } from './indicator.ts';
import { statisticsOf, unitOfTarget } from './target.ts';

test('a target can be set on what an edition of some methodology can say, and on nothing else', () => {
  for (const { id } of INDICATORS) {
    const criteria = METHODOLOGIES.flatMap((one) => one.criteria.filter((criterion) => criterion.id === id));
    const hasObjective = criteria.some(({ objective }) => objective !== null);
    // Of take-up, the answers are the uses of a procedure, which its source counts: it is not a sample of them.
    const hasAnswers = criteria.some(({ sampling }) => sampling !== 'none') || id === 'digital_share';
    assert.deepEqual(
      statisticsOf(id),
      [
        id === 'online' ? ('online_rate' as const) : null,
        hasObjective ? ('share_reaching' as const) : null,
        hasAnswers ? ('pooled' as const) : null,
      ].filter((statistic) => statistic !== null),
      id,
    );
    for (const statistic of statisticsOf(id)) assert.ok(unitOfTarget({ indicator: id, statistic }), id);
  }
});
