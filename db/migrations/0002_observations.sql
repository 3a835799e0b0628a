-- What is declared, imported or measured about a subject. Rows are added, never changed: a later one supersedes.

create schema observations;

create table observations.observation (
  id bigint generated always as identity primary key,
  subject_id bigint not null references catalogue.subject,
  indicator text not null,
  period_start date not null,
  period_end date not null,
  dimensions jsonb not null default '{}',
  status text not null,
  qualifier text not null default 'exact',
  value numeric,
  category text,
  numerator numeric,
  denominator numeric,
  n bigint,
  counts jsonb,
  unit text not null,
  source text not null,
  origin text not null,
  source_precision numeric,
  reason text,
  stated_level text,
  author text not null,
  recorded_at timestamptz not null,
  supersedes bigint references observations.observation,
  constraint observation_period_runs_forward check (period_start <= period_end),
  constraint observation_status_is_known check (status in (
    'measured', 'declared', 'insufficient', 'not_applicable', 'not_reported', 'suspect')),
  constraint observation_qualifier_is_known check (qualifier in (
    'exact', 'nearly', 'more_than', 'less_than', 'at_least', 'at_most')),
  constraint observation_origin_is_known check (origin in ('automatic', 'declared', 'imported', 'overridden')),
  constraint observation_ratio_is_whole check ((numerator is null) = (denominator is null)),
  constraint observation_is_number_or_category check (value is null or category is null),
  constraint observation_absent_has_no_value check (
    status not in ('not_applicable', 'not_reported', 'insufficient') or (value is null and category is null)),
  constraint observation_is_superseded_once unique (supersedes)
);

-- One first row a key; the ones after it form a chain by `supersedes`.
create unique index observation_key_starts_once on observations.observation
  (subject_id, indicator, period_start, period_end, dimensions) where supersedes is null;
create index observation_by_subject on observations.observation (subject_id, indicator, period_end desc);

create function observations.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'observations are never changed nor erased: record one that supersedes';
end $$;
create trigger observation_is_kept before update or delete on observations.observation
  for each row execute function observations.refuse_change();
create trigger observation_table_is_kept before truncate on observations.observation
  for each statement execute function observations.refuse_change();
