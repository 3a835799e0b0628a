import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OUTCOMES, VERDICTS } from '../../probes/index.ts';
import { DAY_STATES } from '../day-state.ts';
import { LOCALES, localisation } from './index.ts';

test('each outcome, verdict and kind of day has words of its own in each language', () => {
  for (const locale of LOCALES) {
    const { outcomes, verdicts, days } = localisation(locale).messages.probes;
    assert.deepEqual(Object.keys(outcomes).toSorted(), OUTCOMES.toSorted());
    assert.equal(new Set(Object.values(outcomes)).size, OUTCOMES.length);
    assert.deepEqual(Object.keys(verdicts).toSorted(), [...VERDICTS, 'unseen'].toSorted());
    assert.equal(new Set(Object.values(verdicts).map(({ short }) => short)).size, VERDICTS.length + 1);
    assert.equal(new Set(DAY_STATES.map((state) => days[state].label)).size, DAY_STATES.length);
  }
});

test('a duration is told in two units at most, never rounded up', () => {
  const fr = localisation('fr').messages.probes.duration;
  const said = [59_999, 60_000, 3_599_999, 3_600_000, 7_500_000, 86_400_000, 180_000_000].map((ms) => fr(ms));
  assert.deepEqual(
    said.map((text) => text.replaceAll(/\s/g, ' ')),
    ['59 s', '1 min', '59 min', '1 h', '2 h 05 min', '1 jour', '2 jours 2 h'],
  );
});
