import { subjectIdsByPublicId } from '../catalogue/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { checkNote, type Note, type NoteLanguage, type NoteToWrite } from './note.ts';
import { findDraft } from './publish.sql.ts';

/** What became of a note. `unchanged`: it says what there is already, or withdraws what is not there. */
export type NoteOutcome = 'written' | 'withdrawn' | 'unchanged';

/**
 * Writes a note on a procedure of an edition, or withdraws it. The note before stays in the store.
 *
 * @throws VigieError InvalidInput for a body or an author that cannot stand, or a procedure that is not in the edition;
 *   NotFound when there is no such edition
 */
export async function writeNote(tx: Queryable, given: NoteToWrite, clock: Clock): Promise<NoteOutcome> {
  const { edition, procedure, lang, body, author } = checkNote(given);
  const editionId = await findEditionId(tx, edition);
  if (editionId === null)
    throw new VigieError('NotFound', `There is no edition ${edition}, published or draft: check its slug.`);
  const entry = (await listEntries(tx, edition)).find(({ publicId }) => publicId === procedure);
  if (entry === undefined) {
    const message = `${procedure} is not in the edition; write the id of one of its procedures`;
    throw new VigieError('InvalidInput', `Edition ${edition} has no such procedure.`, [
      { path: 'procedure', message },
    ]);
  }
  const current = (await listHeads(tx, edition)).find(
    (head) => head.subjectId === entry.subjectId && head.lang === lang,
  );
  const isSame = body === null || current?.author === author;
  if ((current?.body ?? null) === body && isSame) return 'unchanged';
  await tx.query(
    `insert into editions.note (edition_id, subject_id, lang, body, author, written_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [editionId, entry.subjectId, lang, body, author, clock.now()],
  );
  return body === null ? 'withdrawn' : 'written';
}

/**
 * The notes of an edition that hold, in the order of its procedures, French before English; those of procedures that
 * have left it (its draft was built again, or it was corrected) are kept and not listed.
 */
export async function listNotes(db: Queryable, slug: string): Promise<Note[]> {
  const heads = Map.groupBy(await listHeads(db, slug), ({ subjectId }) => subjectId);
  if (heads.size === 0) return [];
  return (await listEntries(db, slug)).flatMap(({ publicId, subjectId, name }) =>
    (heads.get(subjectId) ?? []).flatMap(({ lang, body, author, writtenAt }) =>
      body === null ? [] : [{ procedure: publicId, name, lang, body, author, writtenAt }],
    ),
  );
}

async function findEditionId(db: Queryable, slug: string): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    `select id from editions.edition e
     where slug = $1 and exists (select from editions.revision r where r.edition_id = e.id)`,
    [slug],
  );
  return row?.id ?? null;
}

type Head = {
  subjectId: number;
  lang: NoteLanguage;
  body: string | null;
  author: string;
  writtenAt: Date;
};

/** The last note of each procedure and language, withdrawn ones included. */
async function listHeads(db: Queryable, slug: string): Promise<Head[]> {
  return db.query<Head>(
    `select distinct on (n.subject_id, n.lang) n.subject_id as "subjectId", n.lang, n.body, n.author,
       n.written_at as "writtenAt"
     from editions.note n join editions.edition e on e.id = n.edition_id
     where e.slug = $1 order by n.subject_id, n.lang desc, n.id desc`,
    [slug],
  );
}

type Entry = { publicId: string; subjectId: number; name: string };

/** The procedures of the last published revision of an edition, or of its draft, in its order. */
async function listEntries(db: Queryable, slug: string): Promise<Entry[]> {
  const published = await db.query<Entry>(
    `select n.public_id as "publicId", n.subject_id as "subjectId", n.name
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.entry n on n.edition_id = e.id and n.revision = r.number
     where e.slug = $1 order by n.position`,
    [slug],
  );
  if (published.length > 0) return published;
  const stored = await findDraft(db, slug);
  if (stored === null) return [];
  const subjectIds = await subjectIdsByPublicId(db);
  return stored.draft.procedures.flatMap(({ id, name }) => {
    const subjectId = subjectIds.get(id);
    return subjectId === undefined ? [] : [{ publicId: id, subjectId, name }];
  });
}
