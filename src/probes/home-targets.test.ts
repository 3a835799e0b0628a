import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planHomeTargets } from './home-targets.ts';
import type { HeldTarget } from './target.sql.ts';
import { USUAL_DEMAND } from './target.ts';

const NOW = new Date('2026-03-01T00:00:00Z');

function held(id: number, url: string, uses: [subjectId: number, role: 'home' | 'form'][]): HeldTarget {
  return {
    ...USUAL_DEMAND,
    ...{
      id,
      url,
      author: 'a',
      createdAt: NOW,
      closedAt: null,
      closedReason: null,
      looks: [],
      incident: null,
    },
    uses: uses.map(([subjectId, role]) => ({ targetId: id, subjectId, role, since: NOW, until: null })),
  };
}

const procedure = (subjectId: number, url: string | null) => ({
  subjectId,
  publicId: String(subjectId),
  url,
});

test('each procedure with an address gets a home page, and a shared address is counted once', () => {
  const procedures = [
    procedure(1, 'https://a.fr/'),
    procedure(2, 'https://a.fr'),
    procedure(3, 'https://b.fr/x'),
    procedure(4, null),
  ];
  const plan = planHomeTargets(procedures, [], { interval: '5min' });
  assert.deepEqual(
    plan.wanted.map(({ procedure: { subjectId }, demand }) => [subjectId, demand.url, demand.intervalMs]),
    [
      [1, 'https://a.fr/', 300_000],
      [2, 'https://a.fr/', 300_000],
      [3, 'https://b.fr/x', 300_000],
    ],
  );
  assert.deepEqual([plan.demands, plan.withoutAddress.length], [2, 1]);
});

test('what is probed already is left, at its address or at another one; other pages are no home', () => {
  const targets = [
    held(1, 'https://a.fr/', [[1, 'home']]),
    held(2, 'https://ailleurs.fr/', [[2, 'home']]),
    held(3, 'https://c.fr/form', [[3, 'form']]),
  ];
  const procedures = [1, 2, 3].map((id) => procedure(id, `https://${'abc'[id - 1]}.fr/`));
  const plan = planHomeTargets(procedures, targets, {});
  assert.deepEqual(
    plan.held.map(({ subjectId }) => subjectId),
    [1],
  );
  assert.deepEqual(
    plan.elsewhere.map(({ procedure: { subjectId }, url }) => [subjectId, url]),
    [[2, 'https://ailleurs.fr/']],
  );
  assert.deepEqual(
    plan.wanted.map(({ procedure: { subjectId } }) => subjectId),
    [3],
  );
});
