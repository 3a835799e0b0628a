-- The catalogue: subjects, and what is known of each through time.
-- A version row holds from its day until the next row of the same subject; nothing is overwritten by a change.

create schema catalogue;

create table catalogue.subject (
  id bigint generated always as identity primary key,
  kind text not null,
  constraint subject_kind_is_known check (kind in (
    'procedure', 'organisation', 'site', 'portal', 'application', 'federation', 'survey', 'country'))
);

-- Ids that others gave to a subject (jdma, xwiki, grist, cpsv): one subject each, for ever.
create table catalogue.foreign_id (
  scheme text not null,
  value text not null,
  subject_id bigint not null references catalogue.subject,
  constraint foreign_id_names_one_subject primary key (scheme, value)
);
create index foreign_id_by_subject on catalogue.foreign_id (subject_id);

-- Every slug a subject has had (procedures apart: their address starts with their id). A slug is never given
-- to another subject of the same kind, so that old addresses redirect.
create table catalogue.slug (
  kind text not null,
  slug text not null,
  subject_id bigint not null references catalogue.subject,
  constraint slug_names_one_subject primary key (kind, slug)
);

create table catalogue.organisation_version (
  subject_id bigint not null references catalogue.subject,
  valid_from date not null,
  slug text not null,
  name text not null,
  acronym text,
  level text not null,
  parent_id bigint references catalogue.subject,
  constraint organisation_has_one_version_a_day primary key (subject_id, valid_from),
  constraint organisation_level_is_known check (level in (
    'perimeter', 'ministry', 'direction', 'agency', 'body')),
  constraint organisation_is_not_its_own_parent check (parent_id <> subject_id)
);
create index organisation_version_by_parent on catalogue.organisation_version (parent_id);

create table catalogue.procedure (
  subject_id bigint primary key references catalogue.subject,
  public_id text not null,
  constraint procedure_public_id_is_unique unique (public_id),
  constraint procedure_public_id_is_letters_then_digits check (public_id ~ '^[a-z]{0,8}[0-9]{1,12}$')
);

create table catalogue.procedure_version (
  subject_id bigint not null references catalogue.procedure,
  valid_from date not null,
  slug text not null,
  name text not null,
  kind text not null,
  published_url text,
  url text,
  organisation_id bigint references catalogue.subject,
  ministry_id bigint references catalogue.subject,
  audiences text[] not null default '{}',
  life_events text[] not null default '{}',
  online_only_since date,
  planned_opening_on date,
  constraint procedure_has_one_version_a_day primary key (subject_id, valid_from),
  constraint procedure_kind_is_known check (kind in (
    'online_procedure', 'simulator', 'mobile_application', 'automatic_entitlement')),
  constraint procedure_url_is_http check (url ~ '^https?://')
);
create index procedure_version_by_organisation on catalogue.procedure_version (organisation_id);

create table catalogue.site_version (
  subject_id bigint not null references catalogue.subject,
  valid_from date not null,
  slug text not null,
  name text not null,
  network text,
  organisation_id bigint references catalogue.subject,
  street text,
  postcode text,
  municipality text,
  latitude numeric,
  longitude numeric,
  opening_hours text,
  premises_accessibility text,
  constraint site_has_one_version_a_day primary key (subject_id, valid_from),
  constraint site_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);

-- Portals, applications, federations, surveys, countries: a name and who answers for it.
create table catalogue.other_version (
  subject_id bigint not null references catalogue.subject,
  valid_from date not null,
  slug text not null,
  name text not null,
  organisation_id bigint references catalogue.subject,
  constraint other_has_one_version_a_day primary key (subject_id, valid_from)
);
