import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findIncidents, type Incident, type Sighting } from './incident.ts';
import { type Outcome, verdictOf } from './outcome.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const context = { silentAfterMs: 2 * MINUTE, from: new Date(0), before: null };
const LETTERS: Readonly<Record<string, Outcome>> = {
  u: 'up',
  s: 'slow',
  d: 'timed_out',
  e: 'server_error',
  b: 'challenge',
  o: 'own_network',
  m: 'maintenance',
  r: 'back_later',
};

/** A line a point of measure, a letter a minute; each line is taken ten seconds after the one before. */
function seen(...lines: readonly string[]): Sighting[] {
  return lines
    .flatMap((line, vantageId) =>
      [...line].flatMap((letter, minute) => {
        const outcome = LETTERS[letter];
        const at = new Date(START + minute * MINUTE + vantageId * 10_000);
        return outcome === undefined ? [] : [{ vantageId, at, outcome }];
      }),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Start, confirmation and end of each incident, in seconds since the first minute. */
function timesOf(incidents: readonly Incident[]) {
  const second = (at: Date | null) => (at === null ? null : (at.getTime() - START) / 1_000);
  return incidents.map(({ startedAt, confirmedAt, endedAt }) => [
    second(startedAt),
    second(confirmedAt),
    second(endedAt),
  ]);
}

const incidentsOf = (...lines: readonly string[]) => timesOf(findIncidents(seen(...lines), context));

test('alone, a point of measure confirms at its second failure in a row, from the first', () => {
  assert.deepEqual(incidentsOf('uuudddduuu'), [[180, 240, 420]]);
  assert.deepEqual(incidentsOf('uuuduuu'), []);
});

test('two that fail confirm at once', () => {
  assert.deepEqual(incidentsOf('uuuduuu', 'uuuduuu'), [[180, 190, 240]]);
});

test('one that sees the target answer contradicts the other, however long that one fails', () => {
  assert.deepEqual(incidentsOf('uuudddddddddddddd', 'uuuuuuuuuuuuuuuuu'), []);
  assert.deepEqual(incidentsOf('uuudddddddddddddd', 'uuussssssssssssss', 'uuudddddddddddddd'), []);
});

test('one that is silent, refused or cut off contradicts nothing, and the wait for it is bounded', () => {
  for (const silence of ['      ', 'bbbbbb', 'oooooo']) {
    assert.deepEqual(incidentsOf('uuudddduu', `uuu${silence}`), [[180, 300, 420]], silence);
  }
});

test('what is refused or unknown is no failure', () => {
  assert.deepEqual(incidentsOf('uuubbbbbbbb', 'uuuoooooooo'), []);
});

test('a point of measure that was failing alone does not date the failure of all', () => {
  assert.deepEqual(incidentsOf('dddddddddd', 'uuuuuddddd'), [[300, 310, null]]);
});

test('it ends at the first of two answers in a row, whoever sees them', () => {
  assert.deepEqual(incidentsOf('uddddudduu', ''), [[60, 120, 480]]);
  assert.deepEqual(incidentsOf('udddddddd', 'udddduuuu'), [[60, 70, 310]]);
});

test('flapping makes one incident; a failure long after makes another', () => {
  assert.deepEqual(incidentsOf('udduudduudduuddu'), [[60, 120, null]]);
  assert.deepEqual(incidentsOf('uddududududududududuu'), [[60, 120, 1140]]);
  const calm = 'u'.repeat(9);
  assert.deepEqual(incidentsOf(`udd${calm}dduu`), [[60, 120, 840]]);
  assert.deepEqual(incidentsOf(`udd${calm}uudduu`), [
    [60, 120, 180],
    [840, 900, 960],
  ]);
});

test('a maintenance ends an incident, and what failed before it confirms nothing after', () => {
  assert.deepEqual(incidentsOf('udddmmmmdu'), [[60, 120, 240]]);
  assert.deepEqual(incidentsOf('udmmmmmmdu'), []);
});

test('a site that is taken at its word is not asked: its word goes on with a failure, and confirms none', () => {
  assert.deepEqual(incidentsOf('uuudrrrruuu'), []);
  assert.deepEqual(incidentsOf('uuudrrrrdrrrruu'), [[180, 480, 780]]);
  const [incident] = findIncidents(seen('uerrrrerrrrer'), context);
  assert.equal(incident?.cause, 'server_error');
});

test('two failures far apart are not in a row', () => {
  assert.deepEqual(incidentsOf('ud          d'), []);
});

test('its cause is what was seen most often in its first half hour', () => {
  const [incident] = findIncidents(seen(`udee${'d'.repeat(40)}`, `  ee${'e'.repeat(20)}`), context);
  assert.equal(incident?.cause, 'timed_out');
  const [other] = findIncidents(seen('uede', '  e'), context);
  assert.deepEqual([other?.cause, other?.vantageIds], ['server_error', [0, 1]]);
});

const line = fc
  .array(fc.constantFrom(...'uuuudddsbomr '), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(''));

test('whatever is seen: incidents follow one another, of failures only, and never start while somebody sees an answer', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const samples = seen(...lines);
      const incidents = findIncidents(samples, context);
      for (const [at, { startedAt, confirmedAt, endedAt, vantageIds }] of incidents.entries()) {
        assert.ok(startedAt <= confirmedAt && vantageIds.length > 0);
        assert.ok(endedAt === null ? at === incidents.length - 1 : endedAt >= startedAt);
        assert.ok(at === 0 || startedAt >= (incidents[at - 1]?.endedAt ?? new Date(NaN)));
        const first = samples.filter((sample) => sample.at.getTime() === startedAt.getTime());
        assert.ok(first.some(({ outcome }) => verdictOf(outcome) === 'down'));
        const within = samples.filter((sample) => sample.at >= startedAt && sample.at <= confirmedAt);
        assert.ok(within.every(({ outcome }) => !['up', 'degraded'].includes(verdictOf(outcome))));
      }
    }),
    { numRuns: 300 },
  );
});
