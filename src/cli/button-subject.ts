/** What a button stands at, as commands name it. */
import { findProcedure, findSiteBySlug, listProcedures, listSites } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';

export type ButtonSubject = {
  readonly subjectId: number;
  readonly kind: 'procedure' | 'site';
  /** Public id of a procedure, slug of a site. */
  readonly id: string;
  readonly name: string;
};

export type SubjectOptions = { procedure?: string; site?: string };

type Procedure = { readonly subjectId: number; readonly publicId: string; readonly name: string };
type Site = { readonly subjectId: number; readonly slug: string; readonly name: string };

const ofProcedure = ({ subjectId, publicId, name }: Procedure): ButtonSubject => ({
  subjectId,
  kind: 'procedure',
  id: publicId,
  name,
});
const ofSite = ({ subjectId, slug, name }: Site): ButtonSubject => ({
  subjectId,
  kind: 'site',
  id: slug,
  name,
});

/**
 * The subject that `--procedure` or `--site` names; null when neither is given.
 * @throws VigieError InvalidInput when both are; NotFound when there is no such subject
 */
export async function findButtonSubject(
  db: Queryable,
  { procedure, site }: SubjectOptions,
): Promise<ButtonSubject | null> {
  if (procedure !== undefined && site !== undefined) {
    throw new VigieError('InvalidInput', 'Give --procedure or --site, one of them.');
  }
  if (procedure !== undefined) {
    const found = await findProcedure(db, procedure);
    if (found !== null) return ofProcedure(found.current);
    const remedy = 'take an id of /demarches.json, or of "vigie export catalogue"';
    throw new VigieError('NotFound', `--procedure: there is no procedure "${procedure}"; ${remedy}.`);
  }
  if (site === undefined) return null;
  const found = await findSiteBySlug(db, site);
  if (found !== null) return ofSite(found.current);
  const remedy = 'take a slug of /lieux.json, or import it ("vigie import catalogue")';
  throw new VigieError('NotFound', `--site: there is no reception site "${site}"; ${remedy}.`);
}

/** Every procedure and site that a button may stand at, by subject. */
export async function listButtonSubjects(db: Queryable): Promise<Map<number, ButtonSubject>> {
  const subjects = [...(await listProcedures(db)).map(ofProcedure), ...(await listSites(db)).map(ofSite)];
  return new Map(subjects.map((subject) => [subject.subjectId, subject]));
}
