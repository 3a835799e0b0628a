/** An honest edition of few procedures, and what verification finds once a value of its JSON is another one. */
import assert from 'node:assert/strict';
import type { Facts } from '../../src/criteria/index.ts';
import { composeEdition, type Entry } from '../../src/editions/compose-edition.ts';
import { listDifferences } from '../../src/editions/correction.ts';
import { readEditionJson } from '../../src/editions/edition-schema.ts';
import {
  type EditionHead,
  editionJson,
  type PublishedEdition,
} from '../../src/editions/published-edition.ts';
import { verifyEdition } from '../../src/editions/verify-edition.ts';
import { declared, fact } from './fact.ts';

const HEAD = {
  slug: '2025-10',
  label: 'Octobre 2025',
  published_at: '2025-10-15T00:00:00.000Z',
  cutoff_on: '2025-09-30',
  methodology: 'vde-2025',
  selection: { rule: 'as_published' },
  revision: 1,
  reconstructed: false,
  source: null,
  notes: [],
  revised_at: null,
  correction: null,
  previous: null,
} as const satisfies EditionHead;

const entry = (id: string, facts: Facts): Entry => ({
  who: {
    id,
    name: `Démarche ${id}`,
    slug: `demarche-${id}`,
    organisation: 'DGFiP',
    ministry: 'Économie',
    perimeter: null,
    audiences: ['Particuliers'],
    url: null,
    url_normalised: null,
    volume_online: 80,
    volume_total: 100,
    selection_reason: null,
  },
  facts,
});

const part = (periodStart: string, periodEnd: string, numerator: number, denominator: number) => ({
  periodStart,
  periodEnd,
  counts: null,
  numerator,
  denominator,
  clusters: null,
});

/** 160 reviews: 120 of one answer, 88 of them yes; 40 of two answers, 32 of them twice yes and 8 twice no. */
const REVIEWS = {
  clusters: 160,
  answers: 200,
  total: 152,
  answersSquared: 280,
  totalSquared: 216,
  answersByTotal: 216,
};

/** Every kind of figure once: procedure 1 has them, 2 is not online, 3 has too few answers, a blocked probe and a late declaration. */
const ENTRIES = [
  entry('1', {
    online: declared('Oui'),
    satisfaction: fact({ counts: { '0': 50, '5': 100, '10': 850 } }),
    autonomy: fact({
      numerator: 300,
      denominator: 500,
      parts: [part('2024-10-01', '2025-03-31', 100, 200), part('2025-04-01', '2025-09-30', 200, 300)],
    }),
    help_reachable: fact({ numerator: 152, denominator: 200, clusters: REVIEWS }),
    accessibility: declared(0.4, { periodStart: '2024-05-01', periodEnd: '2024-05-01' }),
    digital_share: declared(0.8, { numerator: 80, denominator: 100 }),
    clarity: fact({ value: 8.3, n: 400, sourcePrecision: 0.1 }),
    availability: fact({ value: 0.9 }),
  }),
  entry('2', { online: declared('Non') }),
  entry('3', {
    online: declared('Oui'),
    satisfaction: fact({ value: 8, n: 30 }),
    availability: fact({ value: 0.01 }),
    accessibility: declared(null, { periodStart: '2026-03-01', periodEnd: '2026-03-01' }),
  }),
];

export const honest = (entries = ENTRIES): PublishedEdition => composeEdition(HEAD, entries, null);

export function corrected(): PublishedEdition {
  const before = honest();
  const [first, ...others] = ENTRIES;
  const after = honest([
    { ...entry('1', { ...first?.facts, clarity: fact({ value: 9, n: 400 }) }) },
    ...others,
  ]);
  const differences = listDifferences(before.procedures, after.procedures);
  return {
    ...after,
    edition: {
      ...after.edition,
      revision: 2,
      revised_at: '2025-11-01T00:00:00.000Z',
      correction: { corrects: 1, author: 'Camille', reason: 'Coquille', differences },
    },
  };
}

export type Document = Record<string, unknown>;

/** What is found in an edition once the value at a path of its JSON is another one. */
export function found(edition: PublishedEdition, changes: Readonly<Record<string, unknown>>): string[] {
  const document = JSON.parse(editionJson(edition).toString('utf8')) as Document;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/');
    const last = keys.pop() ?? '';
    const target = keys.reduce((inner, key) => inner[key] as Document, document);
    assert.ok(target !== undefined && (last in target || value !== undefined), path);
    target[last] = value;
  }
  const read = readEditionJson(Buffer.from(JSON.stringify(document)), 'forged.json');
  return verifyEdition(read).findings.map(({ where }) => where);
}

export const result = (procedure: number, criterion: string, changes: Document) =>
  Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [
      `procedures/${procedure - 1}/results/${criterion}/${key}`,
      value,
    ]),
  );
