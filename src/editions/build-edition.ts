/** A draft of an edition, built from what the features know at its cut-off. */
import {
  AUDIENCES,
  type ForeignId,
  listForeignIds,
  listProcedures,
  normaliseAddress,
  type Procedure,
  slugify,
} from '../catalogue/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { getMethodology } from '../criteria/index.ts';
import { composeEdition } from './compose-edition.ts';
import { findEdition, listEditions } from './edition.sql.ts';
import { createEditionReader } from './edition-reader.ts';
import { checkWords } from './edition-words.ts';
import { type FactReader, type Gathering, gatherFacts, gatherVolumes } from './gather-facts.ts';
import { findDraft, lockEditions, writeDraft } from './publish.sql.ts';
import { type DraftEdition, type EditionHead, sha256 } from './published-edition.ts';
import {
  type Candidate,
  readSelectionList,
  type Selected,
  selectListed,
  selectMostUsed,
} from './selection.ts';
import type { SourceFile } from './source-row.ts';

/** Which procedures an edition is asked to have. */
export type SelectionRequest =
  | { readonly rule: 'top'; readonly count: number }
  | { readonly rule: 'list'; readonly file: SourceFile };

export type EditionBuild = {
  readonly slug: string;
  readonly label: string;
  readonly methodology: string;
  /** Last day the figures speak of. */
  readonly cutoffOn: string;
  readonly selection: SelectionRequest;
  readonly author: string;
};

/**
 * Builds the draft of an edition, in place of the draft that had its slug: chooses the procedures, gathers and judges
 * their facts as known now, and tells the values that are those of the edition before.
 *
 * @param readers the reader of each feature that keeps facts, in order of precedence
 * @returns the draft, and whether it replaces another
 * @throws VigieError InvalidInput when it cannot be named, dated or chosen so; NotFound for an unknown methodology;
 *   Conflict when an edition of this slug is frozen or published
 */
export async function buildEdition(
  db: Transactional,
  given: EditionBuild,
  readers: readonly FactReader[],
  clock: Clock,
): Promise<{ draft: DraftEdition; replaced: boolean }> {
  const methodology = getMethodology(given.methodology);
  checkWords({ ...given, publishedAt: null }, clock);
  return db.transaction(async (tx) => {
    await lockEditions(tx);
    const replaced = await checkFree(tx, given.slug);
    const gathering = { readers, methodology, cutoffOn: given.cutoffOn, knownAt: clock.now() };
    const { selection, chosen } = await chooseProcedures(tx, given, gathering);
    const facts = await gatherFacts(
      tx,
      gathering,
      chosen.map(({ candidate }) => candidate.procedure.subjectId),
    );
    const previous = await findPrevious(tx, given.cutoffOn);
    const head: EditionHead & { published_at: null } = {
      slug: given.slug,
      label: given.label,
      published_at: null,
      cutoff_on: given.cutoffOn,
      methodology: methodology.id,
      selection,
      revision: 1,
      reconstructed: false,
      source: null,
      notes: [],
      revised_at: null,
      correction: null,
      previous: previous?.reference ?? null,
    };
    const entries = chosen.map(({ candidate, reason }) => ({
      who: { ...whoIs(candidate), selection_reason: reason },
      facts: facts.get(candidate.procedure.subjectId) ?? {},
    }));
    const draft = composeEdition(head, entries, previous?.published ?? null);
    const subjects = new Map(chosen.map(({ candidate }) => [candidate.publicId, subjectsOf(candidate)]));
    await writeDraft(tx, draft, { author: given.author, recordedAt: clock.now(), subjects });
    return { draft, replaced };
  });
}

/** True when a draft of this slug is there to be replaced. */
async function checkFree(tx: Queryable, slug: string): Promise<boolean> {
  if ((await findEdition(tx, slug)) !== null) {
    throw new VigieError(
      'Conflict',
      `Edition ${slug} is published and never changes: correct it, or choose another slug.`,
    );
  }
  const stored = await findDraft(tx, slug);
  if (stored?.state === 'frozen') {
    throw new VigieError(
      'Conflict',
      `Edition ${slug} is frozen: publish it, or discard it to build it again.`,
    );
  }
  return stored !== null;
}

type KnownCandidate = Candidate & {
  readonly procedure: Procedure;
  readonly volumeOnline: number | null;
  /** What its organisation is called: the acronym, or the whole name where two share the acronym. */
  readonly organisation: string | null;
};

async function chooseProcedures(
  tx: Queryable,
  { selection }: EditionBuild,
  gathering: Gathering,
): Promise<Selected<KnownCandidate>> {
  const procedures = (await listProcedures(tx, { onDay: gathering.cutoffOn })).filter(
    ({ validFrom }) => validFrom <= gathering.cutoffOn,
  );
  const foreignIds = await listForeignIds(tx);
  const volumes = await gatherVolumes(
    tx,
    gathering,
    procedures.map(({ subjectId }) => subjectId),
  );
  const organisationName = namesOfOrganisations(procedures);
  const candidates = procedures.map((procedure): KnownCandidate => {
    const { online, total } = volumes.get(procedure.subjectId) ?? { online: null, total: null };
    const otherIds = (foreignIds.get(procedure.subjectId) ?? []).map(({ value }: ForeignId) => value);
    return {
      procedure,
      publicId: procedure.publicId,
      otherIds,
      volume: total,
      volumeOnline: online,
      organisation: organisationName(procedure),
    };
  });
  if (selection.rule === 'top') return selectMostUsed(candidates, selection.count);
  const { name, bytes } = selection.file;
  return selectListed(candidates, readSelectionList(bytes), { name, sha256: sha256(bytes) });
}

/** Identity is an id: two organisations of one acronym must not be added up as one, so they go by their whole names. */
function namesOfOrganisations(procedures: readonly Procedure[]): (procedure: Procedure) => string | null {
  const bearers = new Map<string, Set<number>>();
  for (const { organisation } of procedures) {
    if (organisation === null) continue;
    const short = organisation.acronym ?? organisation.name;
    bearers.set(short, (bearers.get(short) ?? new Set()).add(organisation.subjectId));
  }
  return ({ organisation }) => {
    if (organisation === null) return null;
    const short = organisation.acronym ?? organisation.name;
    return (bearers.get(short)?.size ?? 0) > 1 ? organisation.name : short;
  };
}

function subjectsOf({ procedure }: KnownCandidate) {
  return {
    subjectId: procedure.subjectId,
    organisationId: procedure.organisation?.subjectId ?? null,
    ministryId: procedure.ministry?.subjectId ?? null,
  };
}

/** A procedure in the words of an edition: those of the catalogue on the day of the cut-off. */
function whoIs({ procedure, volume, volumeOnline, organisation }: KnownCandidate) {
  const { ministry, perimeter } = procedure;
  return {
    id: procedure.publicId,
    name: procedure.name,
    slug: slugify(procedure.name),
    organisation,
    ministry: ministry?.name ?? null,
    perimeter: perimeter?.name ?? null,
    audiences: procedure.audiences.map((code) => AUDIENCES[code].fr),
    url: procedure.publishedUrl,
    url_normalised: normaliseAddress(procedure.publishedUrl ?? ''),
    volume_online: volumeOnline,
    volume_total: volume,
  };
}

/** The published edition whose figures stop last before a day, known procedure by procedure; null when there is none. */
async function findPrevious(tx: Queryable, cutoffOn: string) {
  const before = (await listEditions(tx)).find(
    (edition) => edition.cutoffOn < cutoffOn && edition.knownBy === 'procedures',
  );
  const found = before && (await createEditionReader(tx).find(before.slug));
  if (before === undefined || !found) return null;
  const { published } = found;
  return {
    published,
    reference: { slug: before.slug, revision: before.revision, sha256: found.sha256 },
  };
}
