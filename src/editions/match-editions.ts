/** Who is who in two editions: procedures by identity, and organisations and ministries that changed name. */
import type { ComparedProcedure, Renaming } from './comparison.ts';
import type { EntryIdentity } from './edition.sql.ts';
import type { PublishedProcedure } from './published-result.ts';

/** Who the procedures of each edition are, by public id. Empty for a downloaded file: ids and names then stand for it. */
export type Identities = {
  readonly before: ReadonlyMap<string, EntryIdentity>;
  readonly after: ReadonlyMap<string, EntryIdentity>;
};

/** One procedure of an edition, and who it is where that is known. */
export type Entrant = { readonly procedure: PublishedProcedure; readonly who: EntryIdentity | null };
export type Pair = { readonly before: Entrant; readonly after: Entrant };

/** Each procedure once: in `left` (only before), in `entered` (only after), or in `both`. */
export type Matching = {
  readonly entered: readonly Entrant[];
  readonly left: readonly Entrant[];
  readonly both: readonly Pair[];
};

/** Who answers for a procedure. */
export type Party = 'organisation' | 'ministry';

/** The procedures of one edition with who they are. */
export function listEntrants(
  procedures: readonly PublishedProcedure[],
  identities: ReadonlyMap<string, EntryIdentity>,
): Entrant[] {
  return procedures.map((procedure) => ({ procedure, who: identities.get(procedure.id) ?? null }));
}

/** Matches procedures by subject, in the order of the later edition; by public id where the subjects are not known. */
export function matchEntrants(before: readonly Entrant[], after: readonly Entrant[]): Matching {
  const earlier = new Map(before.map((entrant) => [keyOf(entrant), entrant]));
  const entered: Entrant[] = [];
  const both: Pair[] = [];
  for (const entrant of after) {
    const known = earlier.get(keyOf(entrant));
    if (known === undefined) entered.push(entrant);
    else both.push({ before: known, after: entrant });
    earlier.delete(keyOf(entrant));
  }
  return { entered, left: [...earlier.values()], both };
}

/** Public ids changed of space in 2024: only the subject says that two of them are one procedure. */
function keyOf({ procedure, who }: Entrant): string {
  return who === null ? `id ${procedure.id}` : `subject ${who.subjectId}`;
}

/**
 * The names of one party that became others: a name that is only before and a name that is only after, when the same
 * subject, and no other name, is behind both. Names that merged or split are not paired.
 */
export function listRenamings(
  party: Party,
  before: readonly Entrant[],
  after: readonly Entrant[],
): Renaming[] {
  const [earlier, later] = [subjectsByName(party, before), subjectsByName(party, after)];
  const gone = [...earlier].filter(([name]) => !later.has(name));
  const come = [...later].filter(([name]) => !earlier.has(name));
  return gone.flatMap(([name, subject]) => {
    const [old, ...otherOld] = gone.filter(([, other]) => other === subject);
    const [now, ...otherNow] = come.filter(([, other]) => other === subject);
    const isPair = old !== undefined && now !== undefined && otherOld.length + otherNow.length === 0;
    return subject !== null && isPair ? [{ before: name, after: now[0] }] : [];
  });
}

/** The subject behind each name of an edition; null where it is not known, or where there are several. */
function subjectsByName(party: Party, entrants: readonly Entrant[]): Map<string, number | null> {
  const subjects = new Map<string, Set<number | null>>();
  for (const entrant of entrants) {
    const name = entrant.procedure[party];
    if (name === null) continue;
    subjects.set(name, (subjects.get(name) ?? new Set()).add(subjectOf(party, entrant)));
  }
  return new Map(
    [...subjects].map(([name, behind]) => {
      const [subject = null, ...others] = behind;
      return [name, others.length === 0 ? subject : null];
    }),
  );
}

/**
 * True when another party answers for the procedure: another subject, or, where a subject is not known, another name
 * that is not a new name of the same. A party that an edition does not name is not another one.
 */
export function isMoved(party: Party, { before, after }: Pair, renamings: readonly Renaming[]): boolean {
  const [name, nameAfter] = [before.procedure[party], after.procedure[party]];
  if (name === null || nameAfter === null) return false;
  const [subject, subjectAfter] = [subjectOf(party, before), subjectOf(party, after)];
  if (subject !== null && subjectAfter !== null) return subject !== subjectAfter;
  return name !== nameAfter && !renamings.some((one) => one.before === name && one.after === nameAfter);
}

function subjectOf(party: Party, { who }: Entrant): number | null {
  return (party === 'organisation' ? who?.organisationId : who?.ministryId) ?? null;
}

/** What a comparison shows of a procedure. */
export function describeProcedure({ procedure }: Entrant): ComparedProcedure {
  const { id, slug, name, organisation, ministry } = procedure;
  return { id, slug, name, organisation, ministry };
}
