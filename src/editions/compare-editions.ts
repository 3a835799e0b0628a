/** What changed between two editions. Pure: it works on downloaded files as on stored ones. */
import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
  isStale,
  type Methodology,
} from '../criteria/index.ts';
import type { Aggregate, Aggregates, NamedAggregate } from './aggregate.ts';
import { FALSE_DISCOVERY_RATE, holdFalseDiscoveries, judgeChange } from './change.ts';
import { compareMethodologies } from './comparability.ts';
import type { Change, ComparedEdition, Comparison, CriterionComparability, Renaming } from './comparison.ts';
import {
  describeProcedure,
  type Entrant,
  type Identities,
  isMoved,
  listEntrants,
  listRenamings,
  matchEntrants,
  type Pair,
} from './match-editions.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedResult } from './published-result.ts';

const NOBODY: Identities = { before: new Map(), after: new Map() };

/**
 * Compares two editions, of any methodologies and in either order: with the editions the other way round, a rise is a
 * fall and what entered left. An edition known by its totals has no procedures to compare, and nothing is said of those
 * of the other one.
 *
 * @param who the subjects behind the public ids of each edition; without it ids and names stand for identity, and a
 *   renamed organisation is another one
 * @throws VigieError `NotFound` for a methodology that is not one of ours
 */
export function compareEditions(
  before: PublishedEdition,
  after: PublishedEdition,
  who: Identities = NOBODY,
): Comparison {
  const method = [
    getMethodology(before.edition.methodology),
    getMethodology(after.edition.methodology),
  ] as const;
  const criteria = compareMethodologies(...method);
  const isKnown = before.totals === null && after.totals === null;
  const earlier = isKnown ? listEntrants(before.procedures, who.before) : [];
  const later = isKnown ? listEntrants(after.procedures, who.after) : [];
  const { entered, left, both } = matchEntrants(earlier, later);
  const organisations = listRenamings('organisation', earlier, later);
  const ministries = listRenamings('ministry', earlier, later);
  const changes = listChanges(both, criteria, method);
  return {
    before: headOf(before),
    after: headOf(after),
    criteria,
    procedures: {
      before: before.procedures.length,
      after: after.procedures.length,
      in_both: both.length,
    },
    entered: entered.map(describeProcedure),
    left: left.map(describeProcedure),
    renamed: listRenamed(both),
    moved: listMoved(both, organisations, ministries),
    organisations_renamed: organisations,
    ministries_renamed: ministries,
    newly_online: listNewlyOnline(both, criteria),
    changes,
    tests: {
      made: changes.filter(({ test }) => test !== null).length,
      false_discovery_rate: FALSE_DISCOVERY_RATE,
    },
    whole: { before: before.aggregates?.whole ?? null, after: after.aggregates?.whole ?? null },
    ministries: isKnown ? pairMinistries(before.aggregates, after.aggregates, ministries) : [],
  };
}

function headOf({ edition }: PublishedEdition): ComparedEdition {
  const { slug, label, cutoff_on, methodology, revision } = edition;
  return { slug, label, cutoff_on, methodology, revision };
}

function listChanges(
  both: readonly Pair[],
  criteria: readonly CriterionComparability[],
  [before, after]: readonly [Methodology, Methodology],
): Change[] {
  const compared = criteria.flatMap((comparability) => {
    const { criterion } = comparability;
    const definition = findCriterion(after, criterion) ?? findCriterion(before, criterion);
    return definition === null ? [] : [{ comparability, definition }];
  });
  return holdFalseDiscoveries(
    both.flatMap((pair) =>
      compared.map(({ definition, comparability }) => changeOf(pair, definition, comparability)),
    ),
  );
}

function changeOf(
  pair: Pair,
  definition: CriterionDefinition,
  comparability: CriterionComparability,
): Change {
  const before = resultOf(pair.before, definition.id);
  const after = resultOf(pair.after, definition.id);
  return {
    procedure: describeProcedure(pair.after),
    criterion: definition.id,
    ...judgeChange(definition, comparability, before, after),
    before,
    after,
    stale: comparability.values && before !== null && after !== null && isStale(after, before),
  };
}

function resultOf({ procedure }: Entrant, criterion: CriterionId): PublishedResult | null {
  return procedure.results[criterion] ?? null;
}

function listRenamed(both: readonly Pair[]): Comparison['renamed'] {
  return both
    .filter(({ before, after }) => before.procedure.name !== after.procedure.name)
    .map(({ before, after }) => ({ procedure: describeProcedure(after), before: before.procedure.name }));
}

function listMoved(
  both: readonly Pair[],
  organisations: readonly Renaming[],
  ministries: readonly Renaming[],
): Comparison['moved'] {
  return both
    .filter((pair) => isMoved('organisation', pair, organisations) || isMoved('ministry', pair, ministries))
    .map(({ before, after }) => {
      const { organisation, ministry } = before.procedure;
      return { procedure: describeProcedure(after), before: { organisation, ministry } };
    });
}

function listNewlyOnline(
  both: readonly Pair[],
  criteria: readonly CriterionComparability[],
): Comparison['newly_online'] {
  const isComparable = criteria.some(({ criterion, values }) => criterion === 'online' && values);
  if (!isComparable) return [];
  return both.flatMap(({ before, after }) => {
    const [earlier, later] = [resultOf(before, 'online'), resultOf(after, 'online')];
    const [status, statusAfter] = [onlineStatus(earlier), onlineStatus(later)];
    if (status === null || statusAfter === null || earlier?.level === 'good' || later?.level !== 'good')
      return [];
    return [{ procedure: describeProcedure(after), before: status, after: statusAfter }];
  });
}

/** The status as worded; null when it is not known. One announced as to come is known not to be online yet. */
function onlineStatus(result: PublishedResult | null): string | null {
  if (result?.reason === 'planned') return 'À venir';
  return typeof result?.value === 'string' && result.level !== 'none' ? result.value : null;
}

/** Aggregates by ministry in the order of the later edition, those it has not got after them, and last those of no ministry. */
function pairMinistries(
  before: Aggregates | null,
  after: Aggregates | null,
  renamed: readonly Renaming[],
): Comparison['ministries'] {
  const nameNow = (name: string | null) => renamed.find((one) => one.before === name)?.after ?? name;
  const earlier = new Map((before?.ministries ?? []).map((one) => [nameNow(one.name), withoutName(one)]));
  const later = new Map((after?.ministries ?? []).map((one) => [one.name, withoutName(one)]));
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .sort((a, b) => Number(a === null) - Number(b === null))
    .map((name) => ({ name, before: earlier.get(name) ?? null, after: later.get(name) ?? null }));
}

function withoutName({ name: _, ...aggregate }: NamedAggregate): Aggregate {
  return aggregate;
}
