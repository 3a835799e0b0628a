/** Who answers for what, as the catalogue last knows it. */
import type { Queryable } from '../core/database.ts';
import type { SubjectKind } from './vocabulary.ts';

export type NamedSubject = {
  readonly subjectId: number;
  readonly kind: SubjectKind;
  /** Public id of a procedure, slug of any other subject. */
  readonly identifier: string;
  /** Slugs that it had. */
  readonly formerly: readonly string[];
  readonly name: string;
};

/**
 * A subject, and what it answers for when it is an organisation: the organisations below it, at any depth, and the
 * procedures, sites and others of all of them, as last known.
 *
 * @returns by subject id; empty when there is no such subject
 */
export function listSubjectsOf(db: Queryable, subjectId: number): Promise<NamedSubject[]> {
  return db.query<NamedSubject>(SUBJECTS_OF, [subjectId]);
}

const latest = (table: string) =>
  `select distinct on (subject_id) * from catalogue.${table} order by subject_id, valid_from desc`;

const SUBJECTS_OF = `
with recursive
  organisation as (${latest('organisation_version')}),
  procedure as (${latest('procedure_version')}),
  site as (${latest('site_version')}),
  other as (${latest('other_version')}),
  answering as (
    select $1::bigint as id
    union
    select organisation.subject_id from organisation join answering on organisation.parent_id = answering.id
  ),
  known as (
    select subject_id, slug, name, subject_id as owner, null::bigint as ministry from organisation
    union all
    select subject_id, public_id, name, organisation_id, ministry_id
    from procedure join catalogue.procedure as identity using (subject_id)
    union all
    select subject_id, slug, name, organisation_id, null from site
    union all
    select subject_id, slug, name, organisation_id, null from other
  ),
  former as (select subject_id, array_agg(slug order by slug) as slugs from catalogue.slug group by subject_id)
select id as "subjectId", kind, known.slug as identifier, name,
  array_remove(coalesce(former.slugs, '{}'), known.slug) as formerly
from known
join catalogue.subject on id = known.subject_id
left join former on former.subject_id = id
where id = $1 or owner in (select answering.id from answering) or ministry in (select answering.id from answering)
order by id`;
