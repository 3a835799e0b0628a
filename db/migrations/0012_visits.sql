-- Visits: who may count on which pages, and what was counted, by subject and day. Nothing here tells two people apart
-- beyond one subject and one day, and nothing tells one person of another after that day.

create schema visits;

create table visits.counter (
  id text primary key,
  subject_id bigint not null references catalogue.subject,
  -- The sites whose pages may count: scheme, host and port.
  origins text[] not null,
  -- The beginnings of paths under which pages are counted; of what follows them, nothing is kept.
  paths text[] not null default '{}',
  -- The steps of the procedure in their order, the endings apart.
  steps text[] not null default '{}',
  author text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_reason text,
  constraint counter_id_is_ten_characters check (id ~ '^[a-z0-9]{10}$'),
  constraint counter_has_an_origin check (cardinality(origins) > 0),
  constraint counter_is_closed_with_a_reason check ((closed_at is null) = (closed_reason is null))
);
create index counter_by_subject on visits.counter (subject_id);

-- What visitors of a day are hashed with; one row, of today, shared by all processes. Yesterday's is deleted.
create table visits.salt (
  day date primary key,
  salt bytea not null,
  constraint salt_is_long check (octet_length(salt) >= 32)
);

-- The days that are counted: where their counts come from, one source a day, and their distinct visitors, who are a sketch
-- while the day lasts, its estimate once it is over, neither where the source does not say.
create table visits.counted_day (
  subject_id bigint not null,
  day date not null,
  -- Counted here, or read from a file.
  source text not null,
  sketch bytea,
  visitors bigint,
  constraint day_has_one_source primary key (subject_id, day),
  constraint visitors_are_a_sketch_or_a_number check (sketch is null or visitors is null)
) with (fillfactor = 70);
create index counted_day_by_sketch on visits.counted_day (day) where sketch is not null;

-- Counts of a day, by one dimension at a time ('device' = 'mobile'), so that their number does not grow with traffic.
create table visits.daily (
  subject_id bigint not null,
  day date not null,
  -- 'whole', 'device', 'country', 'referrer', 'step', 'page', 'robot'…
  dimension text not null,
  value text not null,
  views bigint not null,
  visits bigint not null,
  constraint daily_is_counted_once primary key (subject_id, day, dimension, value),
  constraint daily_is_no_debt check (views >= 0 and visits >= 0)
) with (fillfactor = 70);

-- The same by month, written in the same statement: a year of all procedures is read from few rows.
create table visits.monthly (
  subject_id bigint not null,
  month date not null,
  dimension text not null,
  value text not null,
  views bigint not null,
  visits bigint not null,
  constraint monthly_is_counted_once primary key (subject_id, month, dimension, value),
  constraint monthly_is_no_debt check (views >= 0 and visits >= 0),
  constraint month_is_its_first_day check (extract(day from month) = 1)
) with (fillfactor = 70);

-- What lists of many subjects tell of each: one row a day and one a month, written with the rest.
create table visits.total (
  subject_id bigint not null,
  -- 'day' or 'month', which starts on its first day.
  grain text not null,
  start date not null,
  -- Days with something counted; those of them whose visitors are known; these visitors, once a day is over.
  days bigint not null,
  known_days bigint not null,
  visitors bigint not null,
  visits bigint not null,
  views bigint not null,
  starts bigint not null,
  submitted bigint not null,
  refused bigint not null,
  endings bigint not null,
  constraint total_is_counted_once primary key (subject_id, grain, start),
  constraint total_is_of_a_day_or_a_month check (grain = 'day' or grain = 'month' and extract(day from start) = 1)
) with (fillfactor = 70);
create index total_by_start on visits.total (grain, start);

-- How long completed procedures took: how many fell in each step of a logarithmic scale (core/time-histogram.ts).
create table visits.duration (
  subject_id bigint not null,
  -- 'day' or 'month', which starts on its first day.
  grain text not null,
  start date not null,
  bucket integer not null,
  n bigint not null,
  constraint duration_is_counted_once primary key (subject_id, grain, start, bucket),
  constraint duration_is_of_a_day_or_a_month check (grain = 'day' or grain = 'month' and extract(day from start) = 1),
  constraint duration_is_no_debt check (n >= 0)
);

create trigger public_change after insert or update or delete on visits.counter
  for each statement execute function core.announce_public_change();
