/**
 * Procedures found by the words a citizen types, the best first. A word is looked for in the name of the procedure,
 * then in that of the organisation that answers for it, then in that of the ministry; as typed, as the beginning of a
 * longer word, in the plural, as initials, and, where that finds nothing, with a typing error.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { areInitials, initialsOf, isNear, searchWords, stemOf } from './search-words.ts';
import type { Organisation, Procedure } from './subject.ts';

/**
 * How the words of a question were found: `all` of them as typed; all, but some only with a typing error (`near`); or
 * `some` of them only, as many as any procedure has.
 */
export type SearchReach = 'all' | 'near' | 'some';

export type ProcedureSearch = (question: string) => {
  readonly reach: SearchReach;
  /** The best first; of two that answer as well, the one of fewer other words, then the first of the list. */
  readonly found: readonly Procedure[];
};

/** Where a word stands: in the name of one procedure, or in that of who answers for several. */
type Bearer = {
  readonly place: number;
  readonly words: readonly string[];
  /** The first letters of its words: initials of some of them are a part of this. */
  readonly initials: string;
  readonly procedures: number[];
};

/** Costs of a word, the lower the better. Where it stands adds to how well it is the word typed. */
const PLACES = { name: 0, organisation: 3, ministry: 4 } as const;
const AS_TYPED = 0;
const ALIKE = 1;
const WITH_ERRORS = 2;

/** What the best place of one word costs in each procedure that has it, by the procedure's place in the list. */
type Costs = ReadonlyMap<number, number>;

/** Makes an index of procedures. Of 1,000 it takes 40 ms, and a search in it 0.2 to 4 ms. */
export function createProcedureSearch(procedures: readonly Procedure[]): ProcedureSearch {
  const index = indexBearers(listBearers(procedures));

  /** The procedures that have at least so many of the words, the best first. */
  const rank = (words: readonly Costs[], least: number): Procedure[] =>
    procedures
      .map((procedure, at) => {
        const costs = words.flatMap((word) => word.get(at) ?? []);
        const cost = costs.reduce((sum, one) => sum + one, 0);
        return { procedure, held: costs.length, cost, length: index.bearers[at]?.words.length ?? 0 };
      })
      .filter(({ held }) => held >= least)
      .sort((a, b) => a.cost - b.cost || a.length - b.length)
      .map(({ procedure }) => procedure);

  return (question) => {
    const words = [...new Set(searchWords(question))].map((word) => ({
      word,
      typed: findTyped(index, word),
    }));
    const every = Math.max(1, words.length);
    const typed = words.map((one) => one.typed);
    const exact = rank(typed, every);
    if (exact.length > 0) return { reach: 'all', found: exact };
    const meant = words.map((one) => (one.typed.size > 0 ? one.typed : findNear(index, one.word, 2)));
    const near = rank(meant, every);
    if (near.length > 0) return { reach: 'near', found: near };
    // A word that exists may still be a slip for another, but then a slight one: "location" is not "allocation".
    const slips = words.map(({ word }, at) => new Map([...findNear(index, word, 1), ...(meant[at] ?? [])]));
    const slipped = rank(slips, every);
    if (slipped.length > 0) return { reach: 'near', found: slipped };
    return { reach: 'some', found: rank(meant, mostHeld(meant)) };
  };
}

/** The most words that any procedure has; half of them at least, or too much would be found. */
function mostHeld(words: readonly Costs[]): number {
  const held = new Map<number, number>();
  for (const word of words) for (const at of word.keys()) held.set(at, (held.get(at) ?? 0) + 1);
  return Math.max(1, Math.ceil(words.length / 2), ...held.values());
}

function listBearers(procedures: readonly Procedure[]): Bearer[] {
  const named = procedures.map(({ name, publicId }, at) => {
    const { words, initials } = bearing(PLACES.name, name);
    return { place: PLACES.name, words: [...words, publicId], initials, procedures: [at] };
  });
  const ownedBy = (place: number, ownerOf: (procedure: Procedure) => Organisation | null) => {
    const bearers = new Map<number, Bearer>();
    for (const [at, procedure] of procedures.entries()) {
      const owner = ownerOf(procedure);
      if (owner === null) continue;
      const bearer = bearers.get(owner.subjectId) ?? bearing(place, `${owner.acronym ?? ''} ${owner.name}`);
      bearer.procedures.push(at);
      bearers.set(owner.subjectId, bearer);
    }
    return [...bearers.values()];
  };
  return [
    ...named,
    ...ownedBy(PLACES.organisation, ({ organisation }) => organisation),
    ...ownedBy(PLACES.ministry, ({ ministry }) => ministry),
  ];
}

function bearing(place: number, text: string): Bearer {
  const words = searchWords(text);
  return { place, words: [...new Set(words)], initials: initialsOf(words), procedures: [] };
}

type Index = {
  readonly bearers: readonly Bearer[];
  /** The bearers of each word; a radix tree, which tells the words that begin so or are spelt nearly so. */
  readonly words: SearchableMap<readonly Bearer[]>;
  /** The words of each stem. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
};

function indexBearers(bearers: readonly Bearer[]): Index {
  const byWord = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    for (const word of bearer.words) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [bearer]);
      else known.push(bearer);
    }
  }
  const stems = Map.groupBy(byWord.keys(), stemOf);
  return { bearers, words: SearchableMap.from<readonly Bearer[]>([...byWord]), stems };
}

function findTyped({ bearers, words, stems }: Index, word: string): Costs {
  const costs = new Map<number, number>();
  for (const [, begun] of words.atPrefix(word)) addCosts(costs, begun, ALIKE);
  for (const kin of stems.get(stemOf(word)) ?? []) addCosts(costs, words.get(kin), ALIKE);
  if (areInitials(word)) {
    const abbreviated = bearers.filter(({ initials }) => initials.includes(word));
    addCosts(costs, abbreviated, ALIKE);
  }
  addCosts(costs, words.get(word), AS_TYPED);
  return costs;
}

/** @param most how many errors are borne; long words bear no more than two, short ones none (`isNear`) */
function findNear({ words }: Index, word: string, most: 1 | 2): Costs {
  const costs = new Map<number, number>();
  // To the tree a swap of neighbours is two errors, to `isNear` one.
  for (const [term, [bearers]] of words.fuzzyGet(word, 2)) {
    if (isNear(word, term, most)) addCosts(costs, bearers, WITH_ERRORS);
  }
  return costs;
}

/** Of a word found at several places in a procedure the best counts. Two ways at one place are nearer than two places. */
function addCosts(costs: Map<number, number>, bearers: readonly Bearer[] = [], way: number): void {
  for (const { place, procedures } of bearers) {
    const cost = place === PLACES.name ? way : place + way / 4;
    for (const at of procedures) costs.set(at, Math.min(cost, costs.get(at) ?? cost));
  }
}
