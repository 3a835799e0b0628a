/** Arbitrary editions: procedures of two id spaces, windows of a year that slide by quarters, answers by quarter or not. */
import fc from 'fast-check';
import { addDays, addMonths } from '../../src/core/clock.ts';
import type { Status } from '../../src/core/figure.ts';
import type { CriterionId, Level } from '../../src/criteria/index.ts';
import type { EntryIdentity } from '../../src/editions/edition.sql.ts';
import type { PublishedEdition } from '../../src/editions/published-edition.ts';
import type { PublishedPart, PublishedResult } from '../../src/editions/published-result.ts';
import { publishedEdition, publishedProcedure, publishedResult } from './published.ts';

const FIRST_QUARTER = '2023-01-01';
const QUARTERS_A_WINDOW = 4;

const quarterStart = (quarter: number) => addMonths(FIRST_QUARTER, 3 * quarter);

/** The quarters of a year that starts with quarter `first`, with a number of bad and good answers for each. */
function partsOf(first: number, answers: readonly (readonly [number, number])[]): PublishedPart[] {
  return answers.map(([bad, good], at) => ({
    period_start: quarterStart(first + at),
    period_end: addDays(quarterStart(first + at + 1), -1),
    counts: { '0': bad, '10': good },
    numerator: good,
    denominator: bad + good,
  }));
}

const someAnswers = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), {
  minLength: QUARTERS_A_WINDOW,
  maxLength: QUARTERS_A_WINDOW,
});

/** A sampled result of a year, its answers known by quarter, as a whole, or not at all. */
const someSampled = fc
  .record({
    first: fc.nat(6),
    answers: someAnswers,
    known: fc.constantFrom('parts', 'whole', 'n', 'nothing'),
  })
  .map(({ first, answers, known }): PublishedResult => {
    const bad = answers.reduce((sum, [count]) => sum + count, 0);
    const good = answers.reduce((sum, [, count]) => sum + count, 0);
    const n = bad + good;
    const isWhole = known === 'parts' || known === 'whole';
    return publishedResult({
      value: n === 0 ? null : good / n,
      n: known === 'nothing' ? null : n,
      counts: isWhole ? { '0': bad, '10': good } : null,
      numerator: isWhole ? good : null,
      denominator: isWhole ? n : null,
      parts: known === 'parts' ? partsOf(first, answers) : null,
      period_start: quarterStart(first),
      as_of: addDays(quarterStart(first + QUARTERS_A_WINDOW), -1),
    });
  });

/** A result of any status, its value a number, a word or nothing. */
const someStated = fc
  .record({
    status: fc.constantFrom<Status>('declared', 'declared', 'measured', 'suspect', 'not_reported'),
    value: fc.constantFrom(null, 'Oui', 'Non', 'Partiel', 0, 0.5, 0.512345, 1),
    level: fc.constantFrom<Level>('good', 'medium', 'poor', 'info', 'none'),
    reason: fc.constantFrom(null, 'planned', 'no_declaration'),
  })
  .map(publishedResult);

const SAMPLED = ['satisfaction', 'clarity', 'autonomy', 'help_reachable'] as const satisfies CriterionId[];
const STATED = ['online', 'accessibility', 'once_only', 'authentication', 'availability'] as const;

const someResults = fc.record(
  Object.fromEntries([
    ...SAMPLED.map((criterion) => [criterion, someSampled]),
    ...STATED.map((criterion) => [criterion, someStated]),
  ]) as Record<CriterionId, fc.Arbitrary<PublishedResult>>,
  { requiredKeys: [] },
);

const someName = fc.option(fc.constantFrom('Mer', 'Terre', 'Océan', 'Ciel'), { nil: null });
const someId = fc.option(fc.nat(3), { nil: null });

const someEntry = fc.record({
  subjectId: fc.integer({ min: 1, max: 12 }),
  prefix: fc.constantFrom('', 'xwiki'),
  name: fc.constantFrom('Démarche', 'Procédure'),
  organisation: someName,
  ministry: someName,
  organisationId: someId,
  ministryId: someId,
  results: someResults,
});

export type GeneratedEdition = {
  readonly published: PublishedEdition;
  readonly who: ReadonlyMap<string, EntryIdentity>;
};

/** An edition and who its procedures are. */
export const someEdition: fc.Arbitrary<GeneratedEdition> = fc
  .record({
    methodology: fc.constantFrom('vigie-1', 'vigie-1', 'vde-2025', 'observatoire-2020'),
    slug: fc.constantFrom('2024-03', '2024-06', '2024-09'),
    entries: fc.uniqueArray(someEntry, { selector: ({ subjectId }) => subjectId, maxLength: 8 }),
  })
  .map(({ methodology, slug, entries }) => {
    const procedures = entries.map(({ prefix, subjectId, name, organisation, ministry, results }) =>
      publishedProcedure(`${prefix}${subjectId}`, results, { name, organisation, ministry }),
    );
    const who = entries.map(({ prefix, subjectId, organisationId, ministryId }): [string, EntryIdentity] => {
      const publicId = `${prefix}${subjectId}`;
      return [publicId, { publicId, subjectId, organisationId, ministryId }];
    });
    return { published: publishedEdition(procedures, { methodology, slug }), who: new Map(who) };
  });
