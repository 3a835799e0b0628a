/** The procedures and sites that a file of earlier reviews may name. */
import { listForeignIds, listSites, subjectIdsByPublicId } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import type { NamedPlace } from './import-line.ts';

/** The subject that a cell names; null when there is none. */
export type FindPlace = (place: NamedPlace) => number | null;

/**
 * Procedures by public id, else by their id in `jdma` as addresses have it; sites by slug; both by an id of others
 * written whole, `scheme:value`.
 */
export async function readPlaces(db: Queryable): Promise<FindPlace> {
  const procedures = await subjectIdsByPublicId(db);
  const sites = new Map((await listSites(db)).map(({ slug, subjectId }) => [slug, subjectId]));
  const [ofProcedures, ofSites] = [new Set(procedures.values()), new Set(sites.values())];
  const byForeignId = new Map<string, number>();
  for (const [subjectId, ids] of await listForeignIds(db)) {
    for (const { scheme, value } of ids) byForeignId.set(`${scheme}:${value}`, subjectId);
  }
  const among = (subjects: ReadonlySet<number>, subjectId: number | undefined) =>
    subjectId !== undefined && subjects.has(subjectId) ? subjectId : null;
  return ({ column, text }) => {
    if (column === 'lieu') return sites.get(text) ?? among(ofSites, byForeignId.get(text));
    const found = procedures.get(text) ?? byForeignId.get(text) ?? byForeignId.get(`jdma:${text}`);
    return among(ofProcedures, found);
  };
}
