/**
 * The catalogue, or the kinds of subject that a write concerns, held in memory. A write copies what is stored,
 * states what it has to on the copy (statement.ts), and saves the difference (snapshot.sql.ts). Subjects created
 * on the copy have negative ids until they are saved.
 */
import { VigieError } from '../core/errors.ts';
import type { History } from './history.ts';
import type {
  ForeignId,
  OrganisationAttributes,
  OtherAttributes,
  ProcedureAttributes,
  SiteAttributes,
} from './subject.ts';
import type { SubjectKind } from './vocabulary.ts';

/** What is kept of a subject depends on its family: four tables of versions for eight kinds. */
export type Families = {
  organisation: OrganisationAttributes;
  procedure: ProcedureAttributes;
  site: SiteAttributes;
  other: OtherAttributes;
};
export type Family = keyof Families;

export type Histories = { readonly [F in Family]: Map<number, History<Families[F]>> };

export type Snapshot = {
  readonly kinds: Map<number, SubjectKind>;
  readonly publicIds: Map<string, number>;
  /** By `slugKey`: every slug that a subject has had, procedures apart. */
  readonly slugs: Map<string, number>;
  /** By `foreignKey`. */
  readonly foreignIds: Map<string, number>;
  readonly histories: Histories;
};

export function emptySnapshot(): Snapshot {
  return {
    kinds: new Map(),
    publicIds: new Map(),
    slugs: new Map(),
    foreignIds: new Map(),
    histories: { organisation: new Map(), procedure: new Map(), site: new Map(), other: new Map() },
  };
}

/** A copy that can be written on; histories themselves are never changed, so they are shared. */
export function copySnapshot({ kinds, publicIds, slugs, foreignIds, histories }: Snapshot): Snapshot {
  return {
    kinds: new Map(kinds),
    publicIds: new Map(publicIds),
    slugs: new Map(slugs),
    foreignIds: new Map(foreignIds),
    histories: {
      organisation: new Map(histories.organisation),
      procedure: new Map(histories.procedure),
      site: new Map(histories.site),
      other: new Map(histories.other),
    },
  };
}

export function familyOf(kind: SubjectKind): Family {
  return kind === 'organisation' || kind === 'procedure' || kind === 'site' ? kind : 'other';
}

/** A slug names one subject of a kind, for ever. */
export function slugKey(kind: SubjectKind, slug: string): string {
  return `${kind}/${slug}`;
}

export function foreignKey({ scheme, value }: ForeignId): string {
  return `${scheme}:${value}`;
}

/** The inverse of `foreignKey`: a scheme holds no colon. */
export function foreignIdOf(key: string): ForeignId {
  const colon = key.indexOf(':');
  return { scheme: key.slice(0, colon), value: key.slice(colon + 1) };
}

/** Adds a subject to the copy and gives its provisional id. */
export function createSubject(draft: Snapshot, kind: SubjectKind): number {
  const id = -draft.kinds.size - 1;
  draft.kinds.set(id, kind);
  return id;
}

/**
 * Gives a slug to a subject.
 * @throws VigieError Conflict when it is or was another subject's
 */
export function claimSlug(draft: Snapshot, kind: SubjectKind, slug: string, subjectId: number): void {
  const key = slugKey(kind, slug);
  const owner = draft.slugs.get(key) ?? subjectId;
  if (owner !== subjectId) {
    const message = `The slug "${slug}" is or was that of another ${kind}; choose another.`;
    throw new VigieError('Conflict', message, [{ path: 'slug', message }]);
  }
  draft.slugs.set(key, subjectId);
}

/**
 * Ties a foreign id to a subject.
 * @throws VigieError InvalidInput when it is malformed, Conflict when it names another subject
 */
export function claimForeignId(draft: Snapshot, id: ForeignId, subjectId: number): void {
  const path = 'identifiants_externes';
  if (!/^[a-z][a-z0-9_-]*$/.test(id.scheme) || !/^[^\p{Cc};\s]+( [^\p{Cc};\s]+)*$/u.test(id.value)) {
    const message = `"${foreignKey(id)}" is not a foreign id; write scheme:value, the scheme in lower case.`;
    throw new VigieError('InvalidInput', message, [{ path, message }]);
  }
  const owner = draft.foreignIds.get(foreignKey(id)) ?? subjectId;
  if (owner !== subjectId) {
    const message = `The id ${foreignKey(id)} already names another subject; remove it, or correct that one.`;
    throw new VigieError('Conflict', message, [{ path, message }]);
  }
  draft.foreignIds.set(foreignKey(id), subjectId);
}
