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

/** A status that counts as online and is not so everywhere yet. */
export const DEPLOYING = 'En cours de déploiement local';

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
function useMeasureOf(ordered: readonly PublishedProcedure[]): UseMeasure {
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

/** What those named are the first by: nothing where others had to be passed over. */
export function measureNamed(
  ordered: readonly PublishedProcedure[],
  named: readonly { readonly id: string }[],
): UseMeasure {
  const first = new Set(ordered.slice(0, named.length).map(({ id }) => id));
  return named.every(({ id }) => first.has(id)) ? useMeasureOf(ordered) : null;
}

/**
 * Those to name, and how many are left: all up to `all`, else the first ones. A name is told once, and those that are
 * known by nothing but an address only where there is no other.
 */
export function nameFirst<Procedure extends { readonly name: string }>(
  ordered: readonly Procedure[],
  all: number = MOST_NAMED,
): { procedures: readonly Procedure[]; others: number } {
  const distinct = [...Map.groupBy(ordered, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
  const telling = distinct.filter(({ name }) => !isAddress(name));
  const nameable = telling.length > 0 ? telling : distinct;
  const procedures = nameable.length <= all ? nameable : nameable.slice(0, MOST_NAMED);
  return { procedures, others: ordered.length - procedures.length };
}

const isAddress = (name: string) => /^\S*[./]\S*$/u.test(name);

export type EnteredGroup = {
  readonly ministry: string | null;
  readonly sameMinistry: boolean;
  readonly services: readonly Service[];
  readonly procedures: readonly NamedProcedure[];
};

/**
 * What entered and is named, by ministry (those of none first), and within it by what it offers; and how many are not
 * named. One whose address is that of a procedure that left is probably the same, and is not named.
 */
export function groupEntered(
  methodology: Methodology,
  entered: readonly PublishedProcedure[],
  left: readonly PublishedProcedure[],
): { groups: EnteredGroup[]; others: number } {
  const known = new Set(left.map(addressOf));
  const { procedures } = nameFirst(
    entered.filter((one) => addressOf(one) === null || !known.has(addressOf(one))),
    ALL_NAMED,
  );
  const others = entered.length - procedures.length;
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

/** Host and path of its page. */
function addressOf({ url_normalised }: PublishedProcedure): string | null {
  return url_normalised?.replace(/^https?:\/\//u, '').replace(/\/?(?:[?#].*)?$/u, '') ?? null;
}

/** What a procedure offers its users, as far as its results tell; nothing is said of what is not known. */
export function servicesOf(methodology: Methodology, { results }: PublishedProcedure): Service[] {
  const has = (criterion: CriterionId, holds: (result: PublishedResult) => boolean) => {
    const result = results[criterion];
    const known = methodology.criteria.some(({ id }) => id === criterion) && result !== undefined;
    return known && result.level !== 'none' && holds(result);
  };
  const offered: Readonly<Record<Service, boolean>> = {
    fully_online: has('online', ({ level, value }) => level === 'good' && value !== DEPLOYING),
    being_deployed: has('online', ({ value }) => value === DEPLOYING),
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
  readonly ordered: readonly PublishedProcedure[];
  readonly marked: MarkedProcedure[];
} {
  const ordered = byUse(procedures.filter(({ results }) => results.satisfaction?.level === 'poor'));
  return {
    marked: ordered.flatMap((procedure) => {
      const result = procedure.results.satisfaction;
      return result === undefined ? [] : [{ ...nameProcedure(procedure), result }];
    }),
    ordered,
  };
}
