/** Verification of what is stored: bytes against their hash, rows against bytes, and each edition against itself. */
import { writeCsv } from '../core/csv.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import {
  findEditionFile,
  listEditionFiles,
  listEditions,
  type ResultRow,
  toPublishedResult,
} from './edition.sql.ts';
import { editionCsvRows } from './edition-csv.ts';
import { readEditionJson } from './edition-schema.ts';
import { type Finding, finding, same } from './finding.ts';
import { type PublishedEdition, sha256 } from './published-edition.ts';
import { type Verification, verifyEdition } from './verify-edition.ts';

/** The verification of one published revision of the store. */
export type RevisionVerification = Verification & {
  readonly edition: string;
  readonly revision: number;
  readonly files: readonly { readonly format: string; readonly sha256: string }[];
  /** Rows of the store that were compared with the bytes. */
  readonly rows: number;
};

/**
 * Verifies every published revision of an edition, or of all of them.
 *
 * @param onEdition told before each edition, for progress
 * @throws VigieError NotFound when there is no such edition
 */
export async function verifyStored(
  db: Queryable,
  slug: string | null,
  onEdition: (slug: string) => void = () => {},
): Promise<RevisionVerification[]> {
  const slugs = slug === null ? (await listEditions(db)).map((one) => one.slug).reverse() : [slug];
  const verified: RevisionVerification[] = [];
  for (const one of slugs) {
    onEdition(one);
    const revisions = [...new Set((await listEditionFiles(db, one)).map(({ revision }) => revision))];
    if (revisions.length === 0) throw new VigieError('NotFound', `There is no published edition ${one}.`);
    for (const revision of revisions.sort((a, b) => a - b))
      verified.push(await verifyRevision(db, one, revision));
  }
  return verified;
}

async function verifyRevision(db: Queryable, slug: string, revision: number): Promise<RevisionVerification> {
  const files = await findFiles(db, slug, revision);
  const written = {
    edition: slug,
    revision,
    files: Object.entries(files).flatMap(([format, file]) => (file ? [{ format, sha256: file.sha256 }] : [])),
  };
  const hashes = Object.entries(files).flatMap(([format, file]) => verifyBytes(format, file));
  const published = files.json && readStored(files.json.bytes);
  if (published === null || typeof published === 'string') {
    const findings = [...hashes, ...(published === null ? [] : [finding('json', published, 'an edition')])];
    return { ...written, rows: 0, results: 0, aggregates: 0, findings };
  }
  const { previous, correction } = published.edition;
  const before = previous && (await findFiles(db, previous.slug, previous.revision)).json;
  const corrected = correction && (await findFiles(db, slug, correction.corrects)).json;
  const stored = await verifyRows(db, published);
  const itself = verifyEdition(published, {
    previous: before && documentOf(before.bytes),
    corrected: corrected && documentOf(corrected.bytes),
  });
  return {
    ...itself,
    ...written,
    rows: stored.rows,
    findings: [
      ...hashes,
      ...(published.edition.slug === slug && published.edition.revision === revision
        ? []
        : [finding('edition', [published.edition.slug, published.edition.revision], [slug, revision])]),
      ...(files.csv === null || isCsvOf(published, files.csv.bytes)
        ? []
        : [finding('csv', 'other figures', 'those of the JSON')]),
      ...(previous === null || (before && sha256(before.bytes) === previous.sha256)
        ? []
        : [finding('edition.previous.sha256', previous.sha256, before ? sha256(before.bytes) : undefined)]),
      ...(correction === null || corrected
        ? []
        : [finding('edition.correction.corrects', correction.corrects, undefined)]),
      ...stored.findings,
      ...itself.findings,
    ],
  };
}

async function findFiles(db: Queryable, slug: string, revision: number) {
  return {
    json: await findEditionFile(db, slug, 'json', revision),
    csv: await findEditionFile(db, slug, 'csv', revision),
  };
}

function verifyBytes(format: string, file: { bytes: Buffer; sha256: string } | null): Finding[] {
  if (file === null) return [finding(format, 'absent', 'there')];
  const hash = sha256(file.bytes);
  return hash === file.sha256 ? [] : [finding(`${format}, sha256`, file.sha256, hash)];
}

/** The edition that stored bytes hold, or why they hold none. */
function readStored(bytes: Uint8Array): PublishedEdition | string {
  try {
    return readEditionJson(bytes, 'the stored JSON');
  } catch (error) {
    if (error instanceof VigieError) return error.message;
    throw error;
  }
}

function documentOf(bytes: Uint8Array): PublishedEdition | null {
  const read = readStored(bytes);
  return typeof read === 'string' ? null : read;
}

/** True when CSV bytes say what the JSON says, in the columns that there were when they were written. */
function isCsvOf(published: PublishedEdition, bytes: Buffer): boolean {
  const header = (bytes.toString('utf8').split('\r\n', 1)[0] ?? '').split(',');
  return Buffer.from(writeCsv(header, editionCsvRows(published))).equals(bytes);
}

const ENTRY_KEYS = [
  'name',
  'organisation',
  'ministry',
  'perimeter',
  'url',
  'audiences',
  'volume_online',
  'volume_total',
  'selection_reason',
] as const;

/** Compares the rows of a revision with its bytes: what pages find by subject must be what was published. */
async function verifyRows(
  db: Queryable,
  { edition, procedures }: PublishedEdition,
): Promise<{ rows: number; findings: Finding[] }> {
  const key = [edition.slug, edition.revision];
  const [head] = await db.query<Record<string, unknown>>(
    'select slug, label, methodology, cutoff_on, reconstructed, selection from editions.edition where slug = $1',
    [edition.slug],
  );
  const entries = await db.query<Record<string, unknown> & { id: string; position: number }>(
    `select n.public_id as id, n.position, n.name, n.organisation, n.ministry, n.perimeter, n.url, n.audiences,
       n.volume_online, n.volume_total, n.selection_reason
     from editions.entry n join editions.edition e on e.id = n.edition_id
     where e.slug = $1 and n.revision = $2`,
    key,
  );
  const results = await db.query<ResultRow & { public_id: string }>(
    `select n.public_id, s.*
     from editions.result s
     join editions.edition e on e.id = s.edition_id
     join editions.entry n on n.edition_id = s.edition_id and n.revision = s.revision and n.subject_id = s.subject_id
     where e.slug = $1 and s.revision = $2`,
    key,
  );
  const published = new Map(
    procedures.map((procedure, at) => [procedure.id, { procedure, position: at + 1 }]),
  );
  const expected = procedures.reduce((sum, one) => sum + Object.keys(one.results).length, 0);
  return {
    rows: 1 + entries.length + results.length,
    findings: [
      ...Object.entries(head ?? {}).flatMap(([column, value]) =>
        same(value, edition[column as keyof typeof edition])
          ? []
          : [finding(`row of the edition, ${column}`, edition[column as keyof typeof edition], value)],
      ),
      ...counted('entries', procedures.length, entries.length),
      ...counted('results', expected, results.length),
      ...entries.flatMap((row) => {
        const known = published.get(row.id);
        const differs = ENTRY_KEYS.filter((column) => !same(known?.procedure[column], row[column]));
        return [
          ...(known?.position === row.position
            ? []
            : [finding(`row of ${row.id}, position`, known?.position, row.position)]),
          ...differs.map((column) =>
            finding(`row of ${row.id}, ${column}`, known?.procedure[column], row[column]),
          ),
        ];
      }),
      ...results.flatMap((row) => {
        const known = published.get(row.public_id)?.procedure.results[row.criterion];
        const held = toPublishedResult(row);
        return same(known, held) ? [] : [finding(`row of ${row.public_id}, ${row.criterion}`, known, held)];
      }),
    ],
  };
}

function counted(what: string, published: number, stored: number): Finding[] {
  return published === stored ? [] : [finding(`rows of ${what}`, published, stored)];
}
