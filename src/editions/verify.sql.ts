/** Verification of what is stored: bytes against their hash, rows against bytes, and each edition against itself. */
import { readCsv, writeCsv } from '../core/csv.ts';
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
import { type PublishedEdition, parseEditionJson, sha256 } from './published-edition.ts';
import { type Finding, finding, same, type Verification, verifyEdition } from './verify-edition.ts';

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
  const json = await findEditionFile(db, slug, 'json', revision);
  const csv = await findEditionFile(db, slug, 'csv', revision);
  if (json === null || csv === null) {
    const missing = finding(
      'files',
      `${json === null ? 'no' : 'a'} JSON, ${csv === null ? 'no' : 'a'} CSV`,
      'both',
    );
    return {
      edition: slug,
      revision,
      files: [],
      rows: 0,
      results: 0,
      aggregates: 0,
      unverifiable: 0,
      findings: [missing],
    };
  }
  const published = parseEditionJson(json.bytes);
  const { previous, correction } = published.edition;
  const stored = await verifyRows(db, published);
  const itself = verifyEdition(published, {
    previous: previous && (await findDocument(db, previous.slug, previous.revision)),
    corrected: correction && (await findDocument(db, slug, correction.corrects)),
  });
  return {
    ...itself,
    edition: slug,
    revision,
    files: [json, csv].map(({ format, sha256: hash }) => ({ format, sha256: hash })),
    rows: stored.rows,
    findings: [
      ...[json, csv].flatMap(({ format, sha256: hash, bytes }) =>
        sha256(bytes) === hash ? [] : [finding(`${format}, sha256`, hash, sha256(bytes))],
      ),
      ...(isCsvOf(published, csv.bytes) ? [] : [finding('csv', 'other figures', 'those of the JSON')]),
      ...stored.findings,
      ...itself.findings,
    ],
  };
}

async function findDocument(db: Queryable, slug: string, revision: number): Promise<PublishedEdition | null> {
  const file = await findEditionFile(db, slug, 'json', revision);
  return file && parseEditionJson(file.bytes);
}

/** True when CSV bytes say what the JSON says, in the columns that there were when they were written. */
function isCsvOf(published: PublishedEdition, bytes: Buffer): boolean {
  const { header } = readCsv(bytes);
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
