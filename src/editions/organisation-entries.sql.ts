import type { Queryable } from '../core/database.ts';
import type { EntryIdentity } from './edition.sql.ts';

/** A procedure of an edition, and who answered for it then. */
export type OwnedEntry = Pick<EntryIdentity, 'publicId' | 'organisationId' | 'ministryId'> & {
  readonly edition: string;
};

/** Every procedure of the last revision of each published edition that has an organisation or a ministry. */
export async function listOwnedEntries(db: Queryable): Promise<OwnedEntry[]> {
  return db.query<OwnedEntry>(
    `select e.slug as edition, n.public_id as "publicId", n.organisation_id as "organisationId",
       n.ministry_id as "ministryId"
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.entry n on n.edition_id = e.id and n.revision = r.number
     where n.organisation_id is not null or n.ministry_id is not null`,
  );
}
