import type { Queryable } from '../core/database.ts';

/**
 * The procedures of each published edition (its last revision) that some of these organisations answered for then,
 * as organisation or as ministry: public ids by the slug of the edition.
 *
 * @param organisationIds an organisation and those below it
 */
export async function listMembers(
  db: Queryable,
  organisationIds: readonly number[],
): Promise<Map<string, Set<string>>> {
  const rows = await db.query<{ edition: string; publicId: string }>(
    `select e.slug as edition, n.public_id as "publicId"
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.entry n on n.edition_id = e.id and n.revision = r.number
     where n.organisation_id = any($1::bigint[]) or n.ministry_id = any($1::bigint[])`,
    [organisationIds],
  );
  const members = new Map<string, Set<string>>();
  for (const { edition, publicId } of rows) {
    const ids = members.get(edition) ?? new Set();
    members.set(edition, ids.add(publicId));
  }
  return members;
}
