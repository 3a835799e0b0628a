/** What the article of an edition names, of all it could name: the most used first, and few. */
import type { CriterionId, Methodology } from '../criteria/index.ts';
import type {
  ChangedProcedure,
  MarkedProcedure,
  NamedProcedure,
  Service,
  UseMeasure,
} from './article-statement.ts';
import type { Change, Comparison } from './comparison.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure, PublishedResult } from './published-result.ts';

/** Procedures that a sentence names at most, when it cannot name all of them. */
export const MOST_NAMED = 3;
/** So many that enter are all named. */
const ALL_NAMED = 5;

/** The most used first: by yearly volume where it is known, then by number of reviews, then in the order of the edition. */
export function byUse(procedures: readonly PublishedProcedure[]): PublishedProcedure[] {
  return procedures.toSorted(
    (a, b) =>
      (b.volume_total ?? -1) - (a.volume_total ?? -1) ||
      (b.results.satisfaction?.n ?? -1) - (a.results.satisfaction?.n ?? -1),
  );
}

/** What `byUse` could order these by: what the first of them is known by. */
export function useMeasureOf(ordered: readonly PublishedProcedure[]): UseMeasure {
  const [first] = ordered;
  if (first === undefined) return null;
  if (first.volume_total !== null) return 'volume';
  return (first.results.satisfaction?.n ?? null) === null ? null : 'reviews';
}

export function nameProcedure(procedure: PublishedProcedure): NamedProcedure {
  const { id, slug, name, organisation, ministry, volume_total } = procedure;
  return { id, slug, name, organisation, ministry, volume_total };
}

/** The procedures of an edition that a comparison lists, the most used first. */
export function findCompared(
  edition: PublishedEdition | null,
  compared: readonly { readonly id: string }[],
): PublishedProcedure[] {
  const ids = new Set(compared.map(({ id }) => id));
  return byUse(edition?.procedures.filter(({ id }) => ids.has(id)) ?? []);
}

/** Those to name, and how many are left: all up to `all`, else the first ones. */
export function nameFirst<Procedure>(
  ordered: readonly Procedure[],
  all: number = MOST_NAMED,
): { procedures: readonly Procedure[]; others: number } {
  const procedures = ordered.length <= all ? ordered : ordered.slice(0, MOST_NAMED);
  return { procedures, others: ordered.length - procedures.length };
}

export type EnteredGroup = {
  readonly ministry: string | null;
  readonly sameMinistry: boolean;
  readonly services: readonly Service[];
  readonly procedures: readonly NamedProcedure[];
};

/**
 * What entered and is named, by ministry (those of none first), and within it by what it offers; and how many are not
 * named.
 */
export function groupEntered(
  methodology: Methodology,
  entered: readonly PublishedProcedure[],
): { groups: EnteredGroup[]; others: number } {
  const { procedures, others } = nameFirst(entered, ALL_NAMED);
  const ministries = [...Map.groupBy(procedures, ({ ministry }) => ministry)].sort(
    ([a], [b]) => Number(b === null) - Number(a === null),
  );
  const groups = ministries.flatMap(([ministry, members]) => {
    const alike = Map.groupBy(members, (one) => servicesOf(methodology, one).join());
    return [...alike.values()].map((those, at) => ({
      ministry,
      sameMinistry: at > 0,
      services: those[0] === undefined ? [] : servicesOf(methodology, those[0]),
      procedures: those.map(nameProcedure),
    }));
  });
  return { groups, others };
}

/** What a procedure offers its users, as far as its results tell; nothing is said of what is not known. */
export function servicesOf(methodology: Methodology, { results }: PublishedProcedure): Service[] {
  const has = (criterion: CriterionId, holds: (result: PublishedResult) => boolean) => {
    const result = results[criterion];
    const known = methodology.criteria.some(({ id }) => id === criterion) && result !== undefined;
    return known && result.level !== 'none' && holds(result);
  };
  const offered: Readonly<Record<Service, boolean>> = {
    fully_online: has('online', ({ level }) => level === 'good'),
    partly_online: has('online', ({ level }) => level === 'medium'),
    not_online: has('online', ({ level }) => level === 'poor'),
    nothing_asked_again: has('once_only', ({ value }) => value === 0),
    one_asked_again: has('once_only', ({ value }) => value === 1),
    france_connect: has('authentication', offersFranceConnect),
    mobile: has('mobile', ({ level }) => level === 'good'),
    help: has('help', ({ level }) => level === 'good'),
    help_reachable: has('help_reachable', ({ level }) => level === 'good'),
  };
  return (Object.keys(offered) as Service[]).filter((service) => offered[service]);
}

/** FranceConnect is information in some methodologies, a good level in others; its lack is poor in all. */
export function offersFranceConnect({ level }: PublishedResult): boolean {
  return level === 'good' || level === 'info';
}

/**
 * The changes that keep the condition, as procedures to name: the most used first, each once, by the first of the
 * criteria it changed for.
 */
export function changedProcedures(edition: PublishedEdition, changes: readonly Change[]): ChangedProcedure[] {
  const first = new Map<string, Change>();
  for (const change of changes) if (!first.has(change.procedure.id)) first.set(change.procedure.id, change);
  return findCompared(
    edition,
    [...first.values()].map(({ procedure }) => procedure),
  ).flatMap((procedure) => {
    const change = first.get(procedure.id);
    if (change === undefined || change.before === null || change.after === null) return [];
    const { criterion, before, after } = change;
    return [{ ...nameProcedure(procedure), criterion, before, after }];
  });
}

/** Changes for the better of a criterion that is declared or tested by hand; a word improves when its level does. */
export function usableChanges(
  comparison: Comparison,
  criterion: 'mobile' | 'once_only' | 'authentication',
): Change[] {
  const comparable = comparison.criteria.some((one) => one.criterion === criterion && one.values);
  return comparison.changes.filter(({ criterion: id, before, after, better }) => {
    if (!comparable || id !== criterion || before === null || after === null) return false;
    if (criterion === 'once_only') {
      return better === true && typeof before.value === 'number' && typeof after.value === 'number';
    }
    const reaches = criterion === 'authentication' ? offersFranceConnect : isGood;
    return (before.level === 'poor' || before.level === 'medium') && reaches(after);
  });
}

const isGood = ({ level }: PublishedResult) => level === 'good';

/** The procedures whose satisfaction is of the poor level, the most used first. */
export function poorlyRated({ procedures }: PublishedEdition): {
  readonly marked: MarkedProcedure[];
  readonly measure: UseMeasure;
} {
  const ordered = byUse(procedures.filter(({ results }) => results.satisfaction?.level === 'poor'));
  return {
    marked: ordered.flatMap((procedure) => {
      const result = procedure.results.satisfaction;
      return result === undefined ? [] : [{ ...nameProcedure(procedure), result }];
    }),
    measure: useMeasureOf(ordered),
  };
}
