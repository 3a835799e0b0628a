/** Stating a subject on a copy of the catalogue: finding it, creating it, adding the version. Pure. */
import { isDay } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { isWebAddress, normaliseAddress } from './address.ts';
import { BLANK } from './blank.ts';
import { bestKnownOn, type History, stateVersion } from './history.ts';
import { findOrganisationByName, freeSlug } from './organisation-name.ts';
import { isSlug, slugify } from './slug.ts';
import {
  claimForeignId,
  claimSlug,
  createSubject,
  type Families,
  type Family,
  foreignKey,
  type Snapshot,
  slugKey,
} from './snapshot.ts';
import type { OrganisationInput, OtherInput, ProcedureInput, Said, SiteInput } from './subject.ts';
import { AUDIENCES, CHANNELS, codesOf, LIFE_EVENTS, type SubjectKind } from './vocabulary.ts';

/** The ids of procedures in addresses and files: digits, after at most eight lower-case letters. */
export const PUBLIC_ID = /^[a-z]{0,8}[0-9]{1,12}$/;

/** States an organisation (see OrganisationInput) and gives its id. Cycles are for the caller to look for. */
export function stateOrganisation(draft: Snapshot, input: OrganisationInput): number {
  const { subjectId, validFrom, ...said } = input;
  checkOrganisation(draft, said.parentId);
  if (subjectId !== undefined || said.slug !== undefined) {
    const found = findOrCreate(draft, 'organisation', subjectId, said);
    const isNew = !draft.histories.organisation.has(found.id);
    if (isNew && said.level === undefined) throw invalid('A new organisation needs a level.', 'level');
    return addVersion(draft, 'organisation', found.id, validFrom, found.said);
  }
  const { name, level, ...rest } = said;
  if (name === undefined || level === undefined) {
    throw invalid('An organisation is found by its id, by its slug, or by its name and level.');
  }
  const found = findOrganisationByName(draft, name, level);
  if (found !== undefined) return addVersion(draft, 'organisation', found, validFrom, rest);
  const created = { ...said, slug: freeSlug(draft, name, level) };
  return addVersion(draft, 'organisation', createSubject(draft, 'organisation'), validFrom, created);
}

/** States a procedure (see ProcedureInput) and gives its id. */
export function stateProcedure(draft: Snapshot, input: ProcedureInput): number {
  const { publicId, foreignIds = [], validFrom, ...said } = input;
  checkOrganisation(draft, said.organisationId);
  checkOrganisation(draft, said.ministryId);
  const id = findProcedureId(draft, publicId, foreignIds) ?? createProcedure(draft, publicId);
  for (const foreignId of foreignIds) claimForeignId(draft, foreignId, id);
  for (const path of ['nextSteps', 'related'] as const) checkOthers(draft, id, path, said[path]);
  checkContact(said.contactUrl);
  const known = bestKnownOn(draft.histories.procedure.get(id) ?? [], validFrom)?.attributes;
  const newName = said.name === known?.name ? undefined : said.name;
  return addVersion(draft, 'procedure', id, validFrom, {
    ...said,
    ...addressesOf(said.publishedUrl),
    slug: said.slug ?? (newName === undefined ? undefined : slugify(newName)),
    audiences: said.audiences && codesOf(AUDIENCES).filter((code) => said.audiences?.includes(code)),
    lifeEvents: said.lifeEvents && codesOf(LIFE_EVENTS).filter((code) => said.lifeEvents?.includes(code)),
    otherChannels:
      said.otherChannels && codesOf(CHANNELS).filter((code) => said.otherChannels?.includes(code)),
  });
}

function checkOthers(draft: Snapshot, id: number, path: string, publicIds: readonly string[] = []): void {
  const itself = publicIds.find((publicId) => draft.publicIds.get(publicId) === id);
  if (itself !== undefined) throw invalid(`"${itself}" is this very procedure; name others.`, path);
}

function checkContact(address: string | null | undefined): void {
  if (address === null || address === undefined || isWebAddress(address.trim())) return;
  throw invalid(`"${address}" is not the address of a page; write it whole, with https://.`, 'contactUrl');
}

function addressesOf(published: string | null | undefined) {
  if (published === undefined) return {};
  if (published === null || published.trim() === '') return { publishedUrl: null, url: null };
  return { publishedUrl: published, url: normaliseAddress(published) };
}

function findProcedureId(
  draft: Snapshot,
  publicId: string,
  foreignIds: NonNullable<ProcedureInput['foreignIds']>,
): number | undefined {
  const byPublicId = draft.publicIds.get(publicId);
  if (byPublicId !== undefined) return byPublicId;
  return foreignIds
    .map((one) => draft.foreignIds.get(foreignKey(one)))
    .find((id) => id !== undefined && draft.kinds.get(id) === 'procedure');
}

function createProcedure(draft: Snapshot, publicId: string): number {
  if (!PUBLIC_ID.test(publicId)) {
    throw invalid(`"${publicId}" is not the id of a procedure: digits, after at most 8 lower-case letters.`);
  }
  const id = createSubject(draft, 'procedure');
  draft.publicIds.set(publicId, id);
  return id;
}

/** States a site (see SiteInput) and gives its id. */
export function stateSite(draft: Snapshot, input: SiteInput): number {
  const { subjectId, validFrom, ...stated } = input;
  checkOrganisation(draft, stated.organisationId);
  const { id, said } = findOrCreate(draft, 'site', subjectId, stated);
  return addVersion(draft, 'site', id, validFrom, said);
}

/** States a subject of another kind (see OtherInput) and gives its id. */
export function stateOther(draft: Snapshot, input: OtherInput): number {
  const { kind, subjectId, validFrom, ...stated } = input;
  checkOrganisation(draft, stated.organisationId);
  const { id, said } = findOrCreate(draft, kind, subjectId, stated);
  return addVersion(draft, 'other', id, validFrom, said);
}

type Named = { readonly slug?: string | undefined; readonly name?: string | undefined };

/** The subject of this id or slug, else a new one; of one found by its slug, the slug is not stated again. */
function findOrCreate<Stated extends Named>(
  draft: Snapshot,
  kind: SubjectKind,
  subjectId: number | undefined,
  said: Stated,
): { id: number; said: Stated } {
  if (subjectId !== undefined && draft.kinds.get(subjectId) !== kind) {
    throw new VigieError('NotFound', `There is no ${kind} of id ${subjectId}.`);
  }
  const found = said.slug === undefined ? undefined : draft.slugs.get(slugKey(kind, said.slug));
  if (subjectId === undefined && found !== undefined)
    return { id: found, said: { ...said, slug: undefined } };
  return { id: subjectId ?? createSubject(draft, kind), said };
}

function addVersion<F extends Family>(
  draft: Snapshot,
  family: F,
  id: number,
  day: string,
  stated: Said<Families[F]>,
): number {
  if (!isDay(day)) throw invalid(`"${day}" is not a day; write YYYY-MM-DD.`, 'validFrom');
  const said = cleanTexts(stated);
  const kind = draft.kinds.get(id) ?? 'organisation';
  const histories: Map<number, History<Families[F]>> = draft.histories[family];
  const history = histories.get(id) ?? [];
  for (const path of ['name', 'slug'] as const) {
    if (history.length === 0 && said[path] === undefined)
      throw invalid(`A new ${kind} needs a ${path}.`, path);
  }
  if (said.slug !== undefined && kind !== 'procedure') claimSlug(draft, kind, said.slug, id);
  histories.set(id, stateVersion(history, day, said, BLANK[family]));
  return id;
}

/** Spaces around texts are trimmed, line ends made one, blank made null; addresses stay as published. */
function cleanTexts<Stated extends Named>(said: Stated): Stated {
  const entries = Object.entries(said).map(([path, value]) => {
    if (typeof value !== 'string') return [path, value];
    if (value.includes('\0') || !value.isWellFormed()) {
      throw invalid(`"${path}" holds a character that is no text; remove it.`, path);
    }
    if (path === 'publishedUrl') return [path, value];
    const text = value.replaceAll(/\r\n?/g, '\n').trim();
    return [path, text === '' ? null : text];
  });
  const clean: Stated = Object.fromEntries(entries);
  if (clean.name === null) throw invalid('A name cannot be blank.', 'name');
  if (clean.slug !== undefined && !isSlug(clean.slug ?? '')) {
    const form = 'lower-case letters, digits and single hyphens, at most 80 characters';
    throw invalid(`"${clean.slug}" is not a slug; write ${form}.`, 'slug');
  }
  return clean;
}

function checkOrganisation(draft: Snapshot, id: number | null | undefined): void {
  if (id === null || id === undefined || draft.kinds.get(id) === 'organisation') return;
  throw new VigieError('NotFound', `There is no organisation of id ${id}.`);
}

/** `path` is the attribute at fault, where one is. */
function invalid(message: string, path?: string): VigieError {
  return new VigieError('InvalidInput', message, path === undefined ? [] : [{ path, message }]);
}
