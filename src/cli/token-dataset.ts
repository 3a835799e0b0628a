/** The dataset that a token is for, as commands name it. */
import {
  findProcedure,
  findSubjectBySlug,
  listSubjectsOf,
  type NamedSubject,
  SUBJECT_KINDS,
  type SubjectKind,
} from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';

/** One option a kind of subject: `--procedure <id>`, `--organisation <slug>`, `--portal <slug>`… */
export const SUBJECT_OPTIONS = (Object.keys(SUBJECT_KINDS) as SubjectKind[]).map((kind) => ({
  kind,
  flag: `--${kind} <${kind === 'procedure' ? 'id' : 'slug'}>`,
  purpose: `of a new dataset: ${kind === 'procedure' ? 'public id' : 'slug'} of the ${SUBJECT_KINDS[kind].en.toLowerCase()}`,
}));

export type SubjectOptions = { readonly [Kind in SubjectKind]?: string };

/**
 * The subject that the options name, of any kind; null when they name none.
 * @throws VigieError InvalidInput when they name several; NotFound when there is no such subject
 */
export async function findDatasetSubject(
  db: Queryable,
  options: SubjectOptions,
): Promise<NamedSubject | null> {
  const named = SUBJECT_OPTIONS.filter(({ kind }) => options[kind] !== undefined);
  if (named.length > 1) {
    const given = named.map(({ kind }) => `--${kind}`).join(', ');
    throw new VigieError('InvalidInput', `${given}: a dataset is of one subject; give one of them.`);
  }
  const [only] = named;
  if (only === undefined) return null;
  const { kind } = only;
  const name = options[kind] ?? '';
  const id =
    kind === 'procedure'
      ? ((await findProcedure(db, name))?.current.subjectId ?? null)
      : await findSubjectBySlug(db, kind, name);
  const subject = id === null ? undefined : await findNamed(db, id);
  if (subject !== undefined) return subject;
  const remedy = 'see "vigie export catalogue"';
  throw new VigieError('NotFound', `--${kind}: there is no ${kind} "${name}"; ${remedy}.`);
}

/** A subject of the catalogue, with its name. */
export async function findNamed(db: Queryable, subjectId: number): Promise<NamedSubject | undefined> {
  return (await listSubjectsOf(db, subjectId)).find((one) => one.subjectId === subjectId);
}
