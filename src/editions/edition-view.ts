/** Which procedures of an edition a reader asked for, and in what order. */
import { holdsWords } from '../core/text.ts';
import { type CriterionId, LEVELS, type Level } from '../criteria/index.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedProcedure } from './published-result.ts';

/** `null` asks for nothing in particular. */
export type EditionView = {
  readonly search: string | null;
  readonly ministry: string | null;
  readonly audience: string | null;
  readonly criterion: CriterionId | null;
  readonly level: Level | null;
  readonly sort: EditionSort;
};

/** `file` is the order of the source. */
export type EditionSort = {
  readonly by: 'file' | 'name' | 'organisation' | 'volume' | CriterionId;
  readonly descending: boolean;
};

/** The procedures that a view keeps, in its order. What has no value comes last, whichever the direction. */
export function arrangeProcedures({ procedures }: PublishedEdition, view: EditionView): PublishedProcedure[] {
  const isFound = holdsWords(view.search ?? '');
  const kept = procedures.filter(
    (one) =>
      (view.ministry === null || one.ministry === view.ministry) &&
      (view.audience === null || one.audiences.includes(view.audience)) &&
      hasLevel(one, view) &&
      isFound(`${one.name} ${one.organisation ?? ''} ${one.ministry ?? ''}`),
  );
  const { by, descending } = view.sort;
  if (by === 'file') return kept;
  const keyed = kept.map((procedure) => ({ procedure, key: sortKey(procedure, by) }));
  keyed.sort(
    (a, b) => compareKeys(a.key, b.key, descending) || a.procedure.name.localeCompare(b.procedure.name, 'fr'),
  );
  return keyed.map(({ procedure }) => procedure);
}

/** A criterion alone keeps what has a level for it; a level alone, what takes it for any criterion. */
function hasLevel(procedure: PublishedProcedure, { criterion, level }: EditionView): boolean {
  const found = criterion === null ? null : (procedure.results[criterion]?.level ?? 'none');
  if (level === null) return found !== 'none';
  if (found !== null) return found === level;
  return Object.values(procedure.results).some((result) => result.level === level);
}

type SortKey = number | string | null;

function sortKey(procedure: PublishedProcedure, by: Exclude<EditionSort['by'], 'file'>): SortKey {
  if (by === 'name') return procedure.name;
  if (by === 'organisation') return procedure.organisation;
  if (by === 'volume') return procedure.volume_total ?? procedure.volume_online;
  const result = procedure.results[by];
  if (result === undefined) return null;
  if (typeof result.value !== 'string') return result.value;
  return `${LEVELS.indexOf(result.level)} ${result.value}`;
}

function compareKeys(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr');
  return descending ? -order : order;
}
