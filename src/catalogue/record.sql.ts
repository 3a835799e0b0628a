/** The writes of the catalogue: load what is concerned, state on a copy, save the difference, all under its lock. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { checkTree } from './organisation-tree.ts';
import { loadSnapshot, lockCatalogue, saveDraft } from './snapshot.sql.ts';
import { claimForeignId, copySnapshot, type Snapshot } from './snapshot.ts';
import { stateOrganisation, stateOther, stateProcedure, stateSite } from './statement.ts';
import type {
  ForeignId,
  OrganisationInput,
  OtherInput,
  OtherKind,
  ProcedureInput,
  SiteInput,
} from './subject.ts';
import type { SubjectKind } from './vocabulary.ts';

const OTHER_KINDS: readonly OtherKind[] = ['portal', 'application', 'federation', 'survey', 'country'];

/**
 * States organisations in order, a later one seeing what an earlier one created.
 * @returns their subject ids, in the order of the inputs
 * @throws VigieError InvalidInput (malformed, new without name or level, or a cycle), NotFound, Conflict
 */
export async function recordOrganisations(
  tx: Queryable,
  inputs: readonly OrganisationInput[],
): Promise<number[]> {
  return record(tx, ['organisation'], inputs, stateOrganisation);
}

/**
 * States procedures in order; several inputs may speak of one procedure on different days.
 * @returns their subject ids, in the order of the inputs
 * @throws VigieError InvalidInput (malformed, or new without name), NotFound (organisation), Conflict (foreign id)
 */
export async function recordProcedures(tx: Queryable, inputs: readonly ProcedureInput[]): Promise<number[]> {
  return record(tx, ['organisation', 'procedure'], inputs, stateProcedure);
}

/** States reception sites in order; ids and errors as of `recordOrganisations`. */
export async function recordSites(tx: Queryable, inputs: readonly SiteInput[]): Promise<number[]> {
  return record(tx, ['organisation', 'site'], inputs, stateSite);
}

/** States subjects of the other kinds in order; ids and errors as of `recordOrganisations`. */
export async function recordOthers(tx: Queryable, inputs: readonly OtherInput[]): Promise<number[]> {
  return record(tx, ['organisation', ...OTHER_KINDS], inputs, stateOther);
}

/**
 * Ties an id of others to a subject of any kind; nothing when it is already.
 * @throws VigieError NotFound without such a subject, Conflict when the id names another one
 */
export async function recordForeignId(tx: Queryable, id: ForeignId, subjectId: number): Promise<void> {
  await lockCatalogue(tx);
  const known = await tx.query('select from catalogue.subject where id = $1', [subjectId]);
  if (known.length === 0) throw new VigieError('NotFound', `There is no subject of id ${subjectId}.`);
  const stored = await loadSnapshot(tx, []);
  const draft = copySnapshot(stored);
  claimForeignId(draft, id, subjectId);
  await saveDraft(tx, stored, draft);
}

async function record<Input>(
  tx: Queryable,
  kinds: readonly SubjectKind[],
  inputs: readonly Input[],
  state: (draft: Snapshot, input: Input) => number,
): Promise<number[]> {
  if (inputs.length === 0) return [];
  await lockCatalogue(tx);
  const stored = await loadSnapshot(tx, kinds);
  const draft = copySnapshot(stored);
  const ids = inputs.map((input) => state(draft, input));
  checkTree(draft.histories.organisation);
  const savedIds = await saveDraft(tx, stored, draft);
  return ids.map(savedIds);
}
