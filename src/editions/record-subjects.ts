import {
  AUDIENCES,
  findCodes,
  type OrganisationInput,
  type ProcedureInput,
  recordOrganisations,
  recordProcedures,
  subjectIdsByPublicId,
} from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { nameOf, type SourceRow } from './source-row.ts';

/**
 * Tells the catalogue whom the rows of a file speak of, as known on a day: perimeters, ministries, organisations,
 * procedures. What the file does not say stays as it was.
 *
 * @returns the subject of each row, by public id
 */
export async function recordSubjects(
  tx: Queryable,
  rows: readonly SourceRow[],
  validFrom: string,
): Promise<Map<string, number>> {
  const perimeters = await recordNamed(
    tx,
    rows.map((row) => row.perimeter),
    (name) => ({
      name,
      level: 'perimeter',
      validFrom,
    }),
  );
  const ministries = await recordNamed(
    tx,
    rows.map((row) => row.ministry),
    (name) => ({
      name,
      level: 'ministry',
      parentId: onlyOne(
        rows.filter((row) => row.ministry === name).map(({ perimeter }) => perimeters.get(perimeter ?? '')),
      ),
      validFrom,
    }),
  );
  const organisations = await recordNamed(
    tx,
    rows.map((row) => row.organisation),
    (name) => ({
      name,
      acronym: name,
      level: 'body',
      parentId: parentOf(
        rows.filter((row) => row.organisation === name),
        ministries,
        perimeters,
      ),
      validFrom,
    }),
  );
  const known = await subjectIdsByPublicId(tx);
  const inputs = rows.map(
    (row): ProcedureInput => ({
      publicId: row.publicId,
      foreignIds: row.foreignIds,
      name: row.name ?? (known.has(row.publicId) ? undefined : nameOf(row)),
      kind: known.has(row.publicId) ? undefined : 'online_procedure',
      publishedUrl: row.publishedUrl ?? undefined,
      organisationId: organisations.get(row.organisation ?? ''),
      ministryId: ministries.get(row.ministry ?? ''),
      audiences: row.audiences && findCodes(AUDIENCES, row.audiences.join(';')).codes,
      validFrom,
    }),
  );
  const ids = await recordProcedures(tx, inputs);
  return new Map(rows.map((row, at) => [row.publicId, ids[at] ?? missingSubject(row)]));
}

async function recordNamed(
  tx: Queryable,
  names: readonly (string | null)[],
  toInput: (name: string) => OrganisationInput,
): Promise<Map<string, number>> {
  const distinct = [...new Set(names.filter((name) => name !== null))];
  const ids = await recordOrganisations(tx, distinct.map(toInput));
  return new Map(distinct.flatMap((name, at) => (ids[at] === undefined ? [] : [[name, ids[at]]])));
}

/**
 * Under what an organisation stands: its ministry when its rows name one only, else their perimeter when they share
 * one (the pension fund of two ministries), else the file does not tell.
 */
function parentOf(
  rows: readonly SourceRow[],
  ministries: ReadonlyMap<string, number>,
  perimeters: ReadonlyMap<string, number>,
): number | undefined {
  return (
    onlyOne(rows.map(({ ministry }) => ministries.get(ministry ?? ''))) ??
    onlyOne(rows.map(({ perimeter }) => perimeters.get(perimeter ?? '')))
  );
}

function onlyOne(ids: readonly (number | undefined)[]): number | undefined {
  const distinct = new Set(ids.filter((id) => id !== undefined));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

function missingSubject(row: SourceRow): never {
  throw new RangeError(`the catalogue gave no subject for procedure ${row.publicId}`);
}
