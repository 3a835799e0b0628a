/**
 * What the lines of a catalogue file make of the catalogue. Pure: from what is stored and the lines to a draft, the
 * lines left out and why.
 */
import { VigieError } from '../core/errors.ts';
import { ATTRIBUTE_COLUMNS } from './catalogue-columns.ts';
import type { CatalogueLine, LineFault } from './catalogue-line.ts';
import { findCycles } from './organisation-tree.ts';
import {
  claimForeignId,
  claimSlug,
  copySnapshot,
  createSubject,
  familyOf,
  type Snapshot,
  slugKey,
} from './snapshot.ts';
import { stateOrganisation, stateOther, stateProcedure, stateSite } from './statement.ts';
import type { OrganisationInput, OtherInput, ProcedureInput, SiteInput } from './subject.ts';
import type { OnlineStatus } from './vocabulary.ts';

/** What an administration declared of a procedure on a day: an observation, kept elsewhere. */
export type DeclaredOnlineStatus = {
  readonly subjectId: number;
  readonly validFrom: string;
  readonly onlineStatus: OnlineStatus;
};

export type CataloguePlan = {
  readonly draft: Snapshot;
  readonly faults: readonly LineFault[];
  /** Subject ids are the draft's. */
  readonly onlineStatuses: readonly DeclaredOnlineStatus[];
};

/**
 * Plans the import of `lines`. A line at fault is left out, and so are those that name an organisation or a procedure
 * which only lines left out would have made. `leftOut`: the lines that could not be read, by what they name (`keyOf`).
 */
export function planImport(
  stored: Snapshot,
  lines: readonly CatalogueLine[],
  leftOut: ReadonlyMap<string, number> = new Map(),
): CataloguePlan {
  const { faults, ...plan } = applyLines(stored, lines, leftOut);
  if (faults.length === 0) return { ...plan, faults };
  const faulty = new Set(faults.map(({ line }) => line));
  const gone = lines.filter(({ line }) => faulty.has(line));
  const rest = lines.filter(({ line }) => !faulty.has(line));
  const nowOut = new Map([...gone.map((line) => [keyOf(line), line.line] as const), ...leftOut]);
  const next = planImport(stored, rest, nowOut);
  return { ...next, faults: [...faults, ...next.faults] };
}

/** How a line names its subject. */
export function keyOf({ kind, identifier }: Pick<CatalogueLine, 'kind' | 'identifier'>): string {
  return slugKey(kind, identifier);
}

function applyLines(
  stored: Snapshot,
  lines: readonly CatalogueLine[],
  leftOut: ReadonlyMap<string, number>,
): CataloguePlan {
  const draft = copySnapshot(stored);
  const subjects = findSubjects(draft, lines);
  const organisations = organisationsNamed(draft, lines, subjects);
  const faults: LineFault[] = [];
  const onlineStatuses: DeclaredOnlineStatus[] = [];
  const firstLines = new Map<string, number>();
  const inOrder = lines.toSorted(
    (one, other) => compare(one.validFrom, other.validFrom) || one.line - other.line,
  );
  for (const line of inOrder) {
    const subjectId = subjects.get(keyOf(line)) ?? 0;
    const said: Record<string, unknown> = { ...line.said };
    const found = [
      ...unknownReferences(line, organisations, leftOut),
      ...unknownProcedures(line, draft, leftOut),
      ...repeated(line, subjectId, firstLines),
    ];
    for (const { attribute, slug } of line.references) said[attribute] = organisations.get(slug);
    if (found.length === 0) found.push(...tryLine(draft, line, subjectId, said));
    if (found.length > 0) faults.push(...found);
    else if (line.onlineStatus !== undefined) {
      onlineStatuses.push({ subjectId, validFrom: line.validFrom, onlineStatus: line.onlineStatus });
    }
  }
  faults.push(...cycleFaults(draft, lines, subjects));
  return { draft, faults: faults.sort((one, other) => one.line - other.line), onlineStatuses };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The subject of each identifier: the one stored under it or under a slug of its lines, else a new one. */
function findSubjects(draft: Snapshot, lines: readonly CatalogueLine[]): Map<string, number> {
  const subjects = new Map<string, number>();
  for (const [key, group] of Map.groupBy(lines, keyOf)) {
    const [{ kind, identifier } = { kind: 'country', identifier: '' } as const] = group;
    const slugs = kind === 'procedure' ? [] : [identifier, ...group.flatMap(slugsOf)];
    const known = slugs.map((slug) => draft.slugs.get(slugKey(kind, slug))).find((id) => id !== undefined);
    const stored = kind === 'procedure' ? draft.publicIds.get(identifier) : known;
    const id = stored ?? createSubject(draft, kind);
    if (kind === 'procedure') draft.publicIds.set(identifier, id);
    subjects.set(key, id);
  }
  return subjects;
}

function slugsOf({ said, formerSlugs }: CatalogueLine): string[] {
  return [...(typeof said.slug === 'string' ? [said.slug] : []), ...formerSlugs];
}

/** Every slug by which a line may name an organisation: those stored, and those of the file. */
function organisationsNamed(
  draft: Snapshot,
  lines: readonly CatalogueLine[],
  subjects: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const prefix = slugKey('organisation', '');
  const named = new Map<string, number>();
  for (const line of lines.filter(({ kind }) => kind === 'organisation')) {
    const id = subjects.get(keyOf(line)) ?? 0;
    for (const slug of [line.identifier, ...slugsOf(line)]) named.set(slug, id);
  }
  for (const [key, id] of draft.slugs) {
    if (key.startsWith(prefix)) named.set(key.slice(prefix.length), id);
  }
  return named;
}

function unknownReferences(
  line: CatalogueLine,
  organisations: ReadonlyMap<string, number>,
  leftOut: ReadonlyMap<string, number>,
): LineFault[] {
  return line.references
    .filter(({ slug }) => !organisations.has(slug))
    .map(({ column, slug }) => {
      const out = leftOut.get(slugKey('organisation', slug));
      const message =
        out === undefined
          ? `"${slug}" names no organisation, here or in the catalogue; add its line or correct the slug`
          : `"${slug}" is the organisation of line ${out}, which is left out; correct that line`;
      return { line: line.line, column, value: slug, message, dependsOn: out ?? null };
    });
}

/** `draft.publicIds` holds those of the store and of every line of the file. */
function unknownProcedures(
  line: CatalogueLine,
  draft: Snapshot,
  leftOut: ReadonlyMap<string, number>,
): LineFault[] {
  return line.procedures
    .filter(({ publicId }) => !draft.publicIds.has(publicId))
    .map(({ column, publicId }) => {
      const out = leftOut.get(slugKey('procedure', publicId));
      const message =
        out === undefined
          ? `"${publicId}" is the id of no procedure, here or in the catalogue; add its line or correct the id`
          : `"${publicId}" is the procedure of line ${out}, which is left out; correct that line`;
      return { line: line.line, column, value: publicId, message, dependsOn: out ?? null };
    });
}

function repeated(line: CatalogueLine, subjectId: number, firstLines: Map<string, number>): LineFault[] {
  const key = `${subjectId} ${line.validFrom}`;
  const first = firstLines.get(key);
  firstLines.set(key, first ?? line.line);
  if (first === undefined) return [];
  const message = `line ${first} already says what this subject is from ${line.validFrom} on; keep one of the two`;
  const value = line.cells.valable_depuis ?? '';
  return [{ line: line.line, column: 'valable_depuis', value, message, dependsOn: null }];
}

/** States the line on the draft; what the rules refuse is a fault of the line. */
function tryLine(
  draft: Snapshot,
  line: CatalogueLine,
  subjectId: number,
  said: Record<string, unknown>,
): LineFault[] {
  try {
    stateLine(draft, line, subjectId, said);
    return [];
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const attribute = error.fields[0]?.path;
    const columns: readonly { attribute: string; column: string }[] = ATTRIBUTE_COLUMNS[familyOf(line.kind)];
    const column = columns.find((one) => one.attribute === attribute)?.column ?? attribute ?? null;
    const value = column === null ? '' : (line.cells[column] ?? '');
    return [{ line: line.line, column, value, message: error.message, dependsOn: null }];
  }
}

function stateLine(
  draft: Snapshot,
  line: CatalogueLine,
  subjectId: number,
  said: Record<string, unknown>,
): void {
  const { kind, identifier, validFrom } = line;
  const isNew = !draft.histories[familyOf(kind)].has(subjectId);
  const input = { ...said, slug: said.slug ?? (isNew ? identifier : undefined), subjectId, validFrom };
  // The columns of a family name its attributes and no other (catalogue-columns.ts): the cells make an input of it.
  if (kind === 'procedure') {
    stateProcedure(draft, { ...said, publicId: identifier, validFrom } as ProcedureInput);
  } else if (kind === 'organisation') stateOrganisation(draft, input as OrganisationInput);
  else if (kind === 'site') stateSite(draft, input as SiteInput);
  else stateOther(draft, { ...input, kind } as OtherInput);
  for (const foreignId of line.foreignIds) claimForeignId(draft, foreignId, subjectId);
  for (const former of line.formerSlugs) claimSlug(draft, kind, former, subjectId);
}

function cycleFaults(
  draft: Snapshot,
  lines: readonly CatalogueLine[],
  subjects: ReadonlyMap<string, number>,
): LineFault[] {
  const turning = findCycles(draft.histories.organisation);
  if (turning.length === 0) return [];
  const versions = new Set(turning.map(({ subjectId, validFrom }) => `${subjectId} ${validFrom}`));
  return lines.flatMap((line) => {
    const parent = line.references.find(({ attribute }) => attribute === 'parentId');
    if (!parent || !versions.has(`${subjects.get(keyOf(line))} ${line.validFrom}`)) return [];
    const message = `"${parent.slug}" is or stands under this organisation, which would be above itself; name another`;
    return [{ line: line.line, column: parent.column, value: parent.slug, message, dependsOn: null }];
  });
}
