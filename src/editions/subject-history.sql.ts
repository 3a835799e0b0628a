/** What the editions say of one subject, read by its id: no edition is parsed for it. */
import type { Queryable } from '../core/database.ts';
import type { NoteLanguage } from './note.ts';

/** One subject in the last revision of one published edition, its results apart. */
export type EntryInEdition = {
  readonly edition: string;
  readonly label: string;
  readonly methodology: string;
  readonly cutoffOn: string;
  readonly reconstructed: boolean;
  readonly revision: number;
  /** Over the year to the cut-off, all channels. */
  readonly volumeTotal: number | null;
  readonly volumeOnline: number | null;
  /** True when no published edition of a later cut-off knows procedures one by one. */
  readonly isLatest: boolean;
};

/** An editor's note that holds, on one procedure of one edition. */
export type NoteInEdition = {
  readonly edition: string;
  readonly label: string;
  readonly lang: NoteLanguage;
  readonly body: string;
  readonly author: string;
  readonly writtenAt: Date;
};

/** Every published edition that a subject is in, the latest first, as `listResultsOfSubject` orders them. */
export async function listEntriesOfSubject(db: Queryable, subjectId: number): Promise<EntryInEdition[]> {
  return db.query<EntryInEdition>(
    `with published as (
       select e.id, e.slug, e.label, e.methodology, e.cutoff_on, e.reconstructed, r.number,
         e.cutoff_on = max(e.cutoff_on) over () as latest
       from editions.edition e
       join lateral (
         select number from editions.revision
         where edition_id = e.id and state = 'published' order by number desc limit 1
       ) r on true
       where e.known_by = 'procedures'
     )
     select p.slug as edition, p.label, p.methodology, p.cutoff_on as "cutoffOn", p.reconstructed, p.number as revision,
       n.volume_total as "volumeTotal", n.volume_online as "volumeOnline", p.latest as "isLatest"
     from published p
     join editions.entry n on n.edition_id = p.id and n.revision = p.number and n.subject_id = $1
     order by p.cutoff_on desc, p.slug desc`,
    [subjectId],
  );
}

/**
 * The notes that hold on a subject in the published editions that have it, the latest edition first, French before
 * English.
 */
export async function listNotesOfSubject(db: Queryable, subjectId: number): Promise<NoteInEdition[]> {
  return db.query<NoteInEdition>(
    `select e.slug as edition, e.label, w.lang, w.body, w.author, w.written_at as "writtenAt"
     from editions.edition e
     join lateral (
       select number from editions.revision
       where edition_id = e.id and state = 'published' order by number desc limit 1
     ) r on true
     join editions.entry n on n.edition_id = e.id and n.revision = r.number and n.subject_id = $1
     join lateral (
       select distinct on (lang) lang, body, author, written_at from editions.note
       where edition_id = e.id and subject_id = $1 order by lang, id desc
     ) w on w.body is not null
     order by e.cutoff_on desc, e.slug desc, w.lang desc`,
    [subjectId],
  );
}
