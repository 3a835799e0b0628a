import { listProcedures } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import type { EntrySubjects } from './publish.sql.ts';

/**
 * Who answered on a day for the procedures of an edition, as the catalogue knows it.
 *
 * @param subjectIds the subject of each procedure, by its public id in the edition
 * @returns the same, with the organisation and the ministry of the day; null where the catalogue tells none
 */
export async function identifyEntries(
  tx: Queryable,
  subjectIds: ReadonlyMap<string, number>,
  onDay: string,
): Promise<Map<string, EntrySubjects>> {
  const procedures = new Map((await listProcedures(tx, { onDay })).map((one) => [one.subjectId, one]));
  return new Map(
    [...subjectIds].map(([publicId, subjectId]) => {
      const procedure = procedures.get(subjectId);
      return [
        publicId,
        {
          subjectId,
          organisationId: procedure?.organisation?.subjectId ?? null,
          ministryId: procedure?.ministry?.subjectId ?? null,
        },
      ];
    }),
  );
}
