/** What happened on a day, which explains what charts show of it: of one procedure, or of all. */
import type { Queryable } from '../core/database.ts';
import type { FieldError } from '../core/errors.ts';
import { textFaults } from './maintenance.ts';

export type NewAnnotation = {
  /** Null for what concerns all procedures. */
  readonly subjectId: number | null;
  readonly day: string;
  readonly text: { readonly fr: string; readonly en: string };
  readonly author: string;
};

export type Annotation = NewAnnotation & { readonly id: number; readonly writtenAt: Date };

const LONGEST_TEXT = 300;
const LONGEST_AUTHOR = 120;

/** What is wrong with an annotation, by option of the command. */
export function annotationFaults({ text, author }: NewAnnotation): FieldError[] {
  return [
    ...textFaults('--text', text.fr, LONGEST_TEXT),
    ...textFaults('--text-en', text.en, LONGEST_TEXT),
    ...textFaults('--author', author, LONGEST_AUTHOR),
  ];
}

type Row = Omit<Annotation, 'text'> & { readonly textFr: string; readonly textEn: string };

const COLUMNS = `id, subject_id as "subjectId", day, text_fr as "textFr", text_en as "textEn", author,
  written_at as "writtenAt"`;

const toAnnotation = ({ textFr, textEn, ...others }: Row): Annotation => ({
  ...others,
  text: { fr: textFr, en: textEn },
});

/** Writes an annotation whose faults were looked for (`annotationFaults`); null when it is there already. */
export async function addAnnotation(
  tx: Queryable,
  { subjectId, day, text, author }: NewAnnotation,
  now: Date,
): Promise<Annotation | null> {
  const rows = await tx.query<Row>(
    `insert into probes.annotation (subject_id, day, text_fr, text_en, author, written_at)
     select $1, $2, $3, $4, $5, $6 where not exists (
       select from probes.annotation
       where subject_id is not distinct from $1 and day = $2 and text_fr = $3 and text_en = $4)
     returning ${COLUMNS}`,
    [subjectId, day, text.fr, text.en, author, now],
  );
  return rows.map(toAnnotation)[0] ?? null;
}

export type AnnotationListing = {
  /** Those that explain one procedure: its own, and those of all. */
  readonly subjectId?: number | undefined;
  /** Its first and last day, both in it. */
  readonly period?: { readonly from: string; readonly to: string };
};

/** Annotations by day. */
export async function listAnnotations(
  db: Queryable,
  { subjectId, period }: AnnotationListing = {},
): Promise<Annotation[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from probes.annotation
     where ($1::bigint is null or subject_id is null or subject_id = $1)
       and day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
     order by day, id`,
    [subjectId ?? null, period?.from ?? null, period?.to ?? null],
  );
  return rows.map(toAnnotation);
}
