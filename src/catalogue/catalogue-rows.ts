/** The catalogue as the rows of its file: one a version, one more for a status declared on another day. Pure. */
import type { CsvValue } from '../core/csv.ts';
import type { Cell } from './catalogue-cell.ts';
import { ATTRIBUTE_COLUMNS } from './catalogue-columns.ts';
import type { DeclaredOnlineStatus } from './catalogue-plan.ts';
import { bestKnownOn, type History } from './history.ts';
import { familyOf, type Snapshot } from './snapshot.ts';
import { codesOf, type OnlineStatus, SUBJECT_KINDS, type SubjectKind } from './vocabulary.ts';

type Row = Record<string, CsvValue>;

/** The names that the file uses: how it calls each subject, and what leads to it besides. */
type Names = {
  readonly identifiers: ReadonlyMap<number, string>;
  readonly foreignIds: ReadonlyMap<number, readonly string[]>;
  readonly slugs: ReadonlyMap<number, readonly string[]>;
};

/** The rows, by kind, identifier and day: the order depends on the contents alone. */
export function catalogueRows(snapshot: Snapshot, statuses: readonly DeclaredOnlineStatus[]): Row[] {
  const names = namesOf(snapshot);
  const bySubject = Map.groupBy(statuses, ({ subjectId }) => subjectId);
  const kinds = codesOf(SUBJECT_KINDS);
  return [...snapshot.kinds]
    .map(([id, kind]) => ({ id, kind, identifier: names.identifiers.get(id) ?? '' }))
    .sort(
      (one, other) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
        one.identifier.length * lengthCounts(one.kind) - other.identifier.length * lengthCounts(other.kind) ||
        (one.identifier < other.identifier ? -1 : 1),
    )
    .flatMap(({ id, kind }) => subjectRows(snapshot, names, id, kind, bySubject.get(id) ?? []));
}

/** Public ids are numbers, letters apart: a shorter one comes first. Slugs are words. */
function lengthCounts(kind: SubjectKind): number {
  return kind === 'procedure' ? 1 : 0;
}

function subjectRows(
  snapshot: Snapshot,
  names: Names,
  id: number,
  kind: SubjectKind,
  statuses: readonly DeclaredOnlineStatus[],
): Row[] {
  const history: History<object> = snapshot.histories[familyOf(kind)].get(id) ?? [];
  const declared = statusesByDay(statuses, history[0]?.validFrom ?? '');
  const days = [...new Set([...history.map(({ validFrom }) => validFrom), ...declared.keys()])].sort();
  const rows = days.map((day): Row => {
    const attributes = bestKnownOn(history, day)?.attributes ?? {};
    return {
      genre: SUBJECT_KINDS[kind].fr,
      identifiant: names.identifiers.get(id) ?? '',
      valable_depuis: day,
      ...cellsOf(kind, attributes, names),
      statut_en_ligne: declared.get(day) ?? null,
    };
  });
  const borne = new Set(history.map(({ attributes }) => (attributes as { slug: string }).slug));
  const former = (names.slugs.get(id) ?? []).filter((slug) => !borne.has(slug));
  const last = rows.at(-1);
  if (last) {
    last.identifiants_externes = names.foreignIds.get(id)?.toSorted().join('; ') ?? null;
    last.anciens_slugs = former.toSorted().join('; ');
  }
  return rows;
}

/** The last status of each day; one declared before the subject was known stands on its first day. */
function statusesByDay(
  statuses: readonly DeclaredOnlineStatus[],
  firstDay: string,
): Map<string, OnlineStatus> {
  const inOrder = statuses.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return new Map(
    inOrder.map(({ validFrom, onlineStatus }) => [validFrom < firstDay ? firstDay : validFrom, onlineStatus]),
  );
}

function cellsOf(kind: SubjectKind, attributes: object, names: Names): Row {
  const columns: readonly (Cell & { column: string; attribute: string })[] =
    ATTRIBUTE_COLUMNS[familyOf(kind)];
  const values = attributes as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    columns.map(({ column, attribute, write, isReference }): [string, CsvValue] => {
      const value = values[attribute] ?? null;
      if (value === null) return [column, null];
      return [column, isReference ? (names.identifiers.get(Number(value)) ?? null) : write(value as never)];
    }),
  );
}

function namesOf(snapshot: Snapshot): Names {
  const identifiers = new Map<number, string>();
  for (const family of ['organisation', 'site', 'other'] as const) {
    for (const [id, history] of snapshot.histories[family]) {
      identifiers.set(id, history.at(-1)?.attributes.slug ?? '');
    }
  }
  for (const [publicId, id] of snapshot.publicIds) identifiers.set(id, publicId);
  return {
    identifiers,
    foreignIds: keysBySubject(snapshot.foreignIds),
    slugs: keysBySubject(snapshot.slugs, (key) => key.slice(key.indexOf('/') + 1)),
  };
}

function keysBySubject(
  keys: ReadonlyMap<string, number>,
  shown: (key: string) => string = (key) => key,
): Map<number, string[]> {
  const bySubject = Map.groupBy(keys, ([, id]) => id);
  return new Map([...bySubject].map(([id, entries]) => [id, entries.map(([key]) => shown(key))]));
}
