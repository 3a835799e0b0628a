/** A procedure as files: what each edition says of it. */
import {
  findProcedureLinks,
  getProcedureHistory,
  type LinkedProcedure,
  type Procedure,
  type ProcedureKey,
  type Step,
} from '../../catalogue/index.ts';
import type { CsvValue } from '../../core/csv.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  type EntryInEdition,
  listEntriesOfSubject,
  listNotesOfSubject,
  listResultsOfSubject,
  type NoteInEdition,
  RESULT_COLUMNS,
  type ResultInEdition,
  resultCells,
} from '../../editions/index.ts';
import { getProcedureAt } from '../procedure-at.ts';
import type { SiteContext } from '../server.ts';
import { sendCsv } from './csv-answer.ts';
import { procedureJson } from './procedure-json.ts';
import { snakeKeys } from './snake-keys.ts';

/** Columns of `/demarches/{id}-{slug}.csv`: one line an edition and criterion. */
export const PROCEDURE_RESULT_COLUMNS = ['id', 'edition', 'methode', 'critere', ...RESULT_COLUMNS] as const;

export function procedureData(app: App, { db }: SiteContext, prefix: string): void {
  app.get(`${prefix}/demarches/:file{[a-z0-9-]+\\.json}`, guard('public'), async (c) => {
    const { key } = await getProcedureAt(db, c.req.param('file').replace(/\.json$/, ''));
    return c.json(await readJson(db, key));
  });
  app.get(`${prefix}/demarches/:file{[a-z0-9-]+\\.csv}`, guard('public'), async (c) => {
    const { key } = await getProcedureAt(db, c.req.param('file').replace(/\.csv$/, ''));
    const results = await listResultsOfSubject(db, key.subjectId);
    return sendCsv(
      c,
      PROCEDURE_RESULT_COLUMNS,
      results.map((one) => toResultRow(key.publicId, one)),
    );
  });
}

async function readJson(db: SiteContext['db'], key: ProcedureKey) {
  const { subjectId, publicId } = key;
  const [{ current, versions }, results, entries, notes, links] = await Promise.all([
    getProcedureHistory(db, key),
    listResultsOfSubject(db, subjectId),
    listEntriesOfSubject(db, subjectId),
    listNotesOfSubject(db, subjectId),
    findProcedureLinks(db, publicId),
  ]);
  const { contactUrl, contactPhone, contactEmail, otherChannels } = current;
  return {
    procedure: procedureJson(current),
    versions: versions.map(toVersionJson),
    results: results.map(snakeKeys),
    volumes: entries.map(toVolumesJson),
    notes: notes.map(toNoteJson),
    previous_steps: links.previousSteps.map(toStepJson),
    next_steps: links.nextSteps.map(toStepJson),
    related: links.related.map(toLinkedJson),
    contact: { url: contactUrl, phone: contactPhone, email: contactEmail },
    other_channels: otherChannels,
  };
}

function toVolumesJson({ edition, label, cutoffOn, volumeTotal, volumeOnline }: EntryInEdition) {
  return {
    edition,
    label,
    cutoff_on: cutoffOn,
    volume_total: volumeTotal,
    volume_online: volumeOnline,
  };
}

function toNoteJson({ edition, lang, body, author, writtenAt }: NoteInEdition) {
  return { edition, lang, body, author, written_at: writtenAt };
}

function toStepJson({ distance, ...step }: Step) {
  return { ...toLinkedJson(step), distance };
}

function toLinkedJson({ publicId, slug, name, kind }: LinkedProcedure) {
  return { id: publicId, slug, name, kind };
}

function toVersionJson(version: Procedure) {
  return { valid_from: version.validFrom, ...procedureJson(version) };
}

function toResultRow(
  id: string,
  { edition, methodology, criterion, result }: ResultInEdition,
): Record<(typeof PROCEDURE_RESULT_COLUMNS)[number], CsvValue> {
  return { id, edition, methode: methodology, critere: criterion, ...resultCells(result) };
}
