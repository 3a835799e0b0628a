import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someEdition } from '../../test/support/generated-editions.ts';
import { publishedEdition, publishedProcedure, publishedResult } from '../../test/support/published.ts';
import type { OrganisationNode } from '../catalogue/index.ts';
import type { Share } from './aggregate.ts';
import { compareEditions } from './compare-editions.ts';
import { changesOfMembers } from './organisation-changes.ts';
import { organisationCsvRows } from './organisation-csv.ts';
import { organisationFigures, seriesOf, standingOf } from './organisation-figures.ts';
import { type Members, membersByOrganisation, withDescendants } from './organisation-members.ts';

const someShare = fc.tuple(fc.nat(500), fc.nat(500)).map(([one, other]): Share => {
  const [numerator, denominator] = [Math.min(one, other), Math.max(one, other)];
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
});

test('a share stands above, below or level by its two sides, not by its rounded value', () => {
  const share = (numerator: number, denominator: number): Share => ({ numerator, denominator, value: null });
  assert.deepEqual(standingOf(share(1, 3), share(333_333_333, 1_000_000_000))?.side, 'above');
  assert.deepEqual(standingOf(share(3, 10), share(1, 10)), { side: 'above', difference: 0.2 });
  assert.deepEqual(standingOf(share(2, 6), share(1, 3)), { side: 'level', difference: 0 });
  assert.equal(standingOf(share(0, 0), share(1, 3)), null);
});

test('who is above the other has the other below, by the same difference', () => {
  fc.assert(
    fc.property(someShare, someShare, (one, other) => {
      const [there, back] = [standingOf(one, other), standingOf(other, one)];
      if (there === null || back === null) return assert.equal(there, back);
      assert.equal(there.difference, -back.difference || 0);
      assert.equal(there.side === 'above', back.side === 'below');
      assert.equal(Math.sign(there.difference), there.side === 'above' ? 1 : there.side === 'below' ? -1 : 0);
    }),
  );
});

const edition = (slug: string, ids: readonly string[]) =>
  publishedEdition(
    ids.map((id) =>
      publishedProcedure(id, {
        satisfaction: publishedResult({ value: 8.5, level: 'good', n: 200, as_of: `${slug}-30` }),
      }),
    ),
    { slug, label: slug, cutoff_on: `${slug}-30` },
  );

test('an organisation that left the latest edition is told by the last one that has procedures of it', () => {
  const history = [edition('2025-09', ['1']), edition('2025-06', ['1', '2']), edition('2025-04', ['2'])];
  const members = new Map([
    ['2025-06', new Set(['2'])],
    ['2025-04', new Set(['2'])],
  ]);
  const { told, isCurrent, freshness } = organisationFigures(history, members);
  assert.equal(told?.edition.slug, '2025-06');
  assert.equal(isCurrent, false);
  assert.equal(told?.aggregate.procedures, 1);
  assert.equal(told?.whole.procedures, 2);
  const satisfaction = freshness.find(({ criterion }) => criterion === 'satisfaction');
  assert.equal(satisfaction?.editions_since, 1);
  assert.deepEqual(
    seriesOf(history, members).map(({ slug, aggregate }) => [slug, aggregate.procedures]),
    [
      ['2025-04', 1],
      ['2025-06', 1],
    ],
  );
});

test('an organisation without a procedure in any edition has no figure, and lines that say so', () => {
  const figures = organisationFigures([edition('2025-09', ['1'])], new Map());
  assert.equal(figures.told, null);
  assert.ok(figures.freshness.every(({ last_edition }) => last_edition === null));
  const rows = organisationCsvRows([{ organisation: null, parent: null, followed: 3, figures }]);
  assert.equal(rows.length, figures.freshness.length);
  assert.deepEqual([rows[0]?.edition, rows[0]?.demarches, rows[0]?.renseignees], [null, 0, 0]);
});

const node = (subjectId: number, children: readonly OrganisationNode[] = []): OrganisationNode => ({
  subjectId,
  children,
  slug: `o${subjectId}`,
  name: `O${subjectId}`,
  acronym: null,
  level: 'ministry',
  parentId: null,
  validFrom: '2020-01-01',
});

test('an organisation counts what those below it answer for, each procedure once', () => {
  const tree = [node(1, [node(2), node(3)])];
  const entry = (publicId: string, organisationId: number | null, ministryId: number | null) => ({
    edition: 'e',
    publicId,
    organisationId,
    ministryId,
  });
  const members = membersByOrganisation(tree, [entry('a', 2, 1), entry('b', 3, null), entry('c', null, 9)]);
  const idsOf = (id: number) => [...(members.get(id)?.get('e') ?? [])].toSorted();
  assert.deepEqual([idsOf(1), idsOf(2), idsOf(3)], [['a', 'b'], ['a'], ['b']]);
  assert.deepEqual(tree.flatMap(withDescendants), [1, 2, 3]);
});

test('ministries add up to the whole where each procedure has one', () => {
  fc.assert(
    fc.property(someEdition, ({ published }) => {
      const owned = published.procedures.map(({ id }, at) => ({
        edition: published.edition.slug,
        publicId: id,
        organisationId: null,
        ministryId: at % 3,
      }));
      const members = membersByOrganisation([node(0), node(1), node(2)], owned);
      const parts = [...members.values()].map((one) => organisationFigures([published], one));
      const whole = organisationFigures([published]);
      const sum = (of: (figures: typeof whole) => number) =>
        parts.reduce((total, figures) => total + of(figures), 0);
      assert.equal(
        sum(({ told }) => told?.procedures.length ?? 0),
        published.procedures.length,
      );
      for (const [criterion, all] of Object.entries(whole.told?.aggregate.criteria ?? {})) {
        const reachingOf = ({ told }: typeof whole) =>
          told?.aggregate.criteria[criterion as keyof typeof told.aggregate.criteria]?.reaching?.by_number;
        assert.equal(
          sum((figures) => reachingOf(figures)?.numerator ?? 0),
          all.reaching?.by_number.numerator ?? 0,
        );
        assert.equal(
          sum((figures) => reachingOf(figures)?.denominator ?? 0),
          all.reaching?.by_number.denominator ?? 0,
        );
      }
    }),
  );
});

test('the changes of organisations that share out all procedures are those of the comparison', () => {
  fc.assert(
    fc.property(someEdition, someEdition, (one, other) => {
      const before = { ...one.published, edition: { ...one.published.edition, slug: 'before' } };
      const after = { ...other.published, edition: { ...other.published.edition, slug: 'after' } };
      const comparison = compareEditions(before, after, { before: one.who, after: other.who });
      const membersOf = (parity: number): Members =>
        new Map(
          [before, after].map(({ edition: { slug }, procedures }) => [
            slug,
            new Set(procedures.filter((_, at) => at % 2 === parity).map(({ id }) => id)),
          ]),
        );
      const parts = [0, 1].map((parity) => changesOfMembers(comparison, membersOf(parity)));
      const count = (of: (part: (typeof parts)[number]) => number) =>
        parts.reduce((sum, part) => sum + of(part), 0);
      const established = comparison.changes.filter(({ kind }) => kind === 'rise' || kind === 'fall');
      assert.equal(
        count(({ improved, worsened, neutral }) => improved.length + worsened.length + neutral.length),
        established.length,
      );
      assert.equal(
        count(({ entered }) => entered.length),
        comparison.entered.length,
      );
      assert.equal(
        count(({ left }) => left.length),
        comparison.left.length,
      );
      assert.ok(parts.every(({ values }) => values.testable <= values.compared));
    }),
  );
});
