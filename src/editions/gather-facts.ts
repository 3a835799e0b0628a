/** What is known of procedures at a cut-off, asked of each feature that keeps facts by the one reader it exports. */
import { Decimal } from 'decimal.js';
import { addDays, addMonths } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { type Fact, NO_FIGURE } from '../core/figure.ts';
import {
  type CriterionDefinition,
  type CriterionId,
  completeFacts,
  type Facts,
  factsNeeded,
  findCriterion,
  type Methodology,
} from '../criteria/index.ts';
import { getIndicator } from '../observations/index.ts';
import { windowStart } from './published-cell.ts';

/**
 * How a feature tells its facts (design §2): of each subject and criterion, the fact whose period ends within the
 * window, as known at an instant; by subject id, then by criterion. Values are in the unit of the indicator.
 */
export type FactReader = (
  db: Queryable,
  criteria: readonly string[],
  subjectIds: readonly number[],
  window: { from: string; to: string },
  knownAt: Date,
) => Promise<ReadonlyMap<number, Readonly<Record<string, Fact>>>>;

export type Gathering = {
  /** In order of precedence: where two features speak of a criterion, the first that has a figure to publish is believed. */
  readonly readers: readonly FactReader[];
  readonly methodology: Methodology;
  readonly cutoffOn: string;
  readonly knownAt: Date;
};

/** Before the first day of which a figure can speak. */
const BEGINNING = '1990-01-01';
/** Volumes are those of the year to the cut-off. */
const VOLUME_MONTHS = 12;

/**
 * The facts of each subject at the cut-off, in the units of the methodology. A criterion with a window takes a figure
 * whose period ends within it; when the last one is older, the fact says so (`outdated`).
 */
export async function gatherFacts(
  db: Queryable,
  gathering: Gathering,
  subjectIds: readonly number[],
): Promise<Map<number, Facts>> {
  const { methodology, cutoffOn } = gathering;
  const needed = factsNeeded(methodology);
  const byMonths = Map.groupBy(needed, (id) => findCriterion(methodology, id)?.windowMonths ?? null);
  const found = new Map(subjectIds.map((id): [number, Record<string, Fact>] => [id, {}]));
  for (const [months, ids] of byMonths) {
    const from = months === null ? BEGINNING : windowStart(cutoffOn, months);
    const inWindow = await readAll(db, gathering, ids, subjectIds, { from, to: cutoffOn });
    for (const [id, facts] of inWindow) Object.assign(found.get(id) ?? {}, facts);
    if (months === null) continue;
    const before = { from: BEGINNING, to: addDays(from, -1) };
    for (const [id, facts] of await readAll(db, gathering, ids, subjectIds, before)) {
      const known = found.get(id) ?? {};
      for (const [criterion, fact] of Object.entries(facts)) known[criterion] ??= outdated(fact);
    }
  }
  return new Map([...found].map(([id, facts]) => [id, inUnits(gathering, facts)]));
}

/** Procedures completed over the year to the cut-off, online and by all channels; null where unknown. */
export async function gatherVolumes(
  db: Queryable,
  gathering: Gathering,
  subjectIds: readonly number[],
): Promise<Map<number, { online: number | null; total: number | null }>> {
  const { cutoffOn } = gathering;
  const window = { from: windowStart(cutoffOn, VOLUME_MONTHS), to: cutoffOn };
  const facts = await readAll(db, gathering, ['volume_online', 'volume_total'], subjectIds, window);
  const volume = (fact: Fact | undefined) =>
    typeof fact?.value === 'number' && fact.status !== 'suspect' ? fact.value : null;
  return new Map(
    subjectIds.map((id) => {
      const { volume_online, volume_total } = facts.get(id) ?? {};
      return [id, { online: volume(volume_online), total: volume(volume_total) }];
    }),
  );
}

async function readAll(
  db: Queryable,
  { readers, knownAt, methodology }: Gathering,
  criteria: readonly string[],
  subjectIds: readonly number[],
  window: { from: string; to: string },
): Promise<Map<number, Record<string, Fact>>> {
  const merged = new Map<number, Record<string, Fact>>();
  for (const read of readers) {
    for (const [id, facts] of await read(db, criteria, subjectIds, window, knownAt)) {
      const known = merged.get(id) ?? {};
      for (const [criterion, fact] of Object.entries(facts)) {
        known[criterion] = believed(findCriterion(methodology, criterion), known[criterion], fact);
      }
      merged.set(id, known);
    }
  }
  return merged;
}

/**
 * A correction by a person is believed first, then the reader that comes first, unless it has no figure or too few
 * answers for one: what was declared before a button collects enough of them stands until then, and so does a rate beside
 * a declaration that was read and gives none.
 */
function believed(definition: CriterionDefinition | null, first: Fact | undefined, second: Fact): Fact {
  if (first === undefined) return second;
  if (first.origin !== 'overridden' && second.origin === 'overridden') return second;
  if (first.status === 'not_reported') return second;
  const givesWay = isTooFew(definition, first) || (isWithoutRate(first) && second.value !== null);
  return givesWay && isFigure(definition, second) ? second : first;
}

function isWithoutRate({ reason, origin }: Fact): boolean {
  return origin !== 'overridden' && reason === 'declaration_without_rate';
}

function isTooFew(definition: CriterionDefinition | null, { n, origin }: Fact): boolean {
  const minimum = definition?.minimumN ?? null;
  return origin !== 'overridden' && minimum !== null && n !== null && n < minimum;
}

function isFigure(definition: CriterionDefinition | null, fact: Fact): boolean {
  return (fact.status === 'measured' || fact.status === 'declared') && !isTooFew(definition, fact);
}

/** What is left of a figure that is too old for the edition: its source and its days. */
function outdated(fact: Fact): Fact {
  return { ...fact, ...NO_FIGURE, status: 'not_reported', reason: 'outdated' };
}

function inUnits({ methodology, cutoffOn }: Gathering, facts: Readonly<Record<string, Fact>>): Facts {
  const converted = Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => {
      const definition = findCriterion(methodology, id);
      return [id, definition === null ? fact : markLate(definition, inUnitOf(definition, fact), cutoffOn)];
    }),
  ) as Partial<Record<CriterionId, Fact>>;
  return completeFacts(methodology, converted);
}

/** A mark of 0 to 10 in the unit of a definition that counts in shares: the satisfaction of 2020. */
function inUnitOf({ id, unit, gradesPerUnit }: CriterionDefinition, fact: Fact): Fact {
  if (unit !== 'share' || getIndicator(id).unit !== 'mark') return fact;
  const scaled = (value: number) => new Decimal(value).div(gradesPerUnit).toNumber();
  return {
    ...fact,
    value: typeof fact.value === 'number' ? scaled(fact.value) : fact.value,
    sourcePrecision: fact.sourcePrecision === null ? null : scaled(fact.sourcePrecision),
  };
}

/** A sampled figure whose interval needs no other reason says that its window is past by a month or more. */
function markLate({ windowMonths, sampling }: CriterionDefinition, fact: Fact, cutoffOn: string): Fact {
  const late = windowMonths !== null && fact.periodEnd <= addMonths(cutoffOn, -1);
  const counted = sampling === 'share_of_answers' ? fact.n !== null : fact.counts !== null;
  return late && counted && fact.reason === null ? { ...fact, reason: 'stale_window' } : fact;
}
