-- Probes: what is asked of the addresses of procedures, from where, and what came back.

create schema probes;

-- The points of measure. The server is one of them ('local'); others run elsewhere and send what they saw.
create table probes.vantage (
  id smallint generated always as identity primary key,
  slug text not null,
  name text not null,
  author text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_reason text,
  -- When it last spoke to the server, and how far its clock was from the server's then.
  seen_at timestamptz,
  skew_ms integer,
  -- The process that probes in its name, and until when it may: two never do at once.
  held_by text,
  held_until timestamptz,
  constraint vantage_is_named_once unique (slug),
  constraint vantage_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint vantage_is_closed_with_a_reason check ((closed_at is null) = (closed_reason is null)),
  constraint vantage_is_held_by_someone check ((held_by is null) = (held_until is null))
);

-- What is asked, and what must come back. It never changes: another demand is another target.
create table probes.target (
  id bigint generated always as identity primary key,
  url text not null,
  method text not null,
  -- Statuses that are right, as '200-299' or '200,401'.
  expected_status text not null,
  must_contain text,
  must_not_contain text,
  interval_ms integer not null,
  timeout_ms integer not null,
  -- Beyond which a first byte is late: the answer is degraded.
  slow_ms integer not null,
  author text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_reason text,
  constraint target_method_is_known check (method in ('GET', 'HEAD')),
  constraint target_interval_is_bounded check (interval_ms between 10000 and 3600000),
  constraint target_timeout_is_bounded check (timeout_ms between 1000 and 30000 and timeout_ms <= interval_ms),
  constraint target_slowness_is_within_its_timeout check (slow_ms between 1 and timeout_ms),
  constraint target_is_closed_with_a_reason check ((closed_at is null) = (closed_reason is null))
);
-- An address that several procedures share is probed once.
create unique index target_is_asked_once
  on probes.target (url, method, expected_status, must_contain, must_not_contain) nulls not distinct
  where closed_at is null;

-- The procedures that a target counts for, and what it is to each.
create table probes.target_use (
  target_id bigint not null references probes.target,
  subject_id bigint not null references catalogue.subject,
  -- 'home', 'sign_in', 'form', 'last_page'
  role text not null,
  since timestamptz not null,
  until timestamptz,
  constraint target_is_used_once_at_a_time primary key (target_id, subject_id, since),
  constraint target_role_is_known check (role in ('home', 'sign_in', 'form', 'last_page'))
);
create index target_use_by_subject on probes.target_use (subject_id);
create unique index target_use_is_open_once on probes.target_use (target_id, subject_id) where until is null;

-- When a target is stopped on purpose: announced, and never counted as down.
create table probes.maintenance (
  id bigint generated always as identity primary key,
  target_id bigint not null references probes.target,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- 'never', 'daily' or 'weekly', at the same hour of Paris.
  repeats text not null,
  repeats_until date,
  reason text not null,
  author text not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint maintenance_ends_after_it_starts check (ends_at > starts_at),
  constraint maintenance_repetition_is_known check (repeats in ('never', 'daily', 'weekly'))
);
create index maintenance_by_target on probes.maintenance (target_id);

-- The last thing that each point of measure saw of each target, with its details.
create table probes.latest (
  target_id bigint not null,
  vantage_id smallint not null,
  at timestamptz not null,
  outcome smallint not null,
  -- Since when the verdict is this one.
  verdict_since timestamptz not null,
  detail jsonb not null,
  constraint latest_is_one primary key (target_id, vantage_id)
) with (fillfactor = 50);

-- Samples as they come, until their hour is packed. `outcome` is a code of outcome.ts; times are cumulative, in ms, since
-- the beginning of the request, null where it did not come so far.
create table probes.recent_sample (
  target_id bigint not null,
  vantage_id smallint not null,
  at timestamptz not null,
  outcome smallint not null,
  name_ms smallint,
  connect_ms smallint,
  tls_ms smallint,
  first_byte_ms smallint,
  whole_ms smallint,
  constraint recent_sample_is_taken_once primary key (target_id, vantage_id, at)
);
create index recent_sample_by_time on probes.recent_sample (at);

-- Samples by hour, packed: the second of each within the hour, its outcome, its five times one after another (-1 for
-- none). Partitions are of a week; those older than ninety days are dropped.
create table probes.sample (
  target_id bigint not null,
  vantage_id smallint not null,
  hour timestamptz not null,
  seconds smallint[] not null,
  outcomes smallint[] not null,
  times smallint[] not null,
  constraint sample_is_packed_once primary key (target_id, vantage_id, hour),
  constraint sample_is_whole check (
    cardinality(outcomes) = cardinality(seconds) and cardinality(times) = 5 * cardinality(seconds)
  )
) partition by range (hour);

-- Days of targets, in Paris, kept for ever. Hours are counted from midnight: a day has 23 to 25 of them.
create table probes.daily (
  target_id bigint not null,
  vantage_id smallint not null,
  day date not null,
  -- Samples by hour and verdict: 25 × 6, in the order of VERDICTS.
  verdicts smallint[] not null,
  -- Times to the first byte, by hour: their sum, in ms.
  response_ms integer[] not null,
  -- How many of them fell in each step of a logarithmic scale (core/time-histogram.ts), in and out of business hours: pairs.
  business_steps smallint[] not null,
  other_steps smallint[] not null,
  -- In and out of business hours: right answers, the sum of their times to the first byte in ms, how many of them came
  -- within T, and later but within 4 T (Apdex, T = 0.5 s), and looks that failed.
  business integer[] not null,
  other integer[] not null,
  constraint daily_is_counted_once primary key (target_id, vantage_id, day)
);

-- Minutes of targets and of procedures by day: from all points of measure together, and for a procedure from all its
-- targets together. By hour from midnight in Paris and verdict: 25 × 6; what lacks of an hour's 60 was not monitored.
-- `whole` and `business` are their sums by verdict, over the day and over its business hours.
create table probes.target_day (
  target_id bigint not null,
  day date not null,
  minutes smallint[] not null,
  whole smallint[] not null,
  business smallint[] not null,
  constraint target_day_is_counted_once primary key (target_id, day)
);
create table probes.subject_day (
  subject_id bigint not null,
  day date not null,
  minutes smallint[] not null,
  whole smallint[] not null,
  business smallint[] not null,
  constraint subject_day_is_counted_once primary key (subject_id, day)
);
create index subject_day_by_day on probes.subject_day (day);

-- When each point of measure was at work: what lies between is our own outage.
create table probes.watch (
  vantage_id smallint not null references probes.vantage,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  constraint watch_starts_once primary key (vantage_id, started_at),
  constraint watch_ends_after_it_starts check (ended_at >= started_at)
);

-- Failures that a second try, and another point of measure where there is one, confirmed.
create table probes.incident (
  id bigint generated always as identity primary key,
  target_id bigint not null references probes.target,
  started_at timestamptz not null,
  confirmed_at timestamptz not null,
  -- When it was last confirmed again, soon after it had ended.
  resumed_at timestamptz,
  ended_at timestamptz,
  -- The outcome seen most often (code of outcome.ts).
  cause smallint not null,
  -- Points of measure that saw it.
  vantage_ids smallint[] not null,
  constraint incident_ends_after_it_starts check (ended_at >= started_at)
);
create unique index incident_is_alone_on_its_target on probes.incident (target_id) where ended_at is null;
create index incident_by_time on probes.incident (started_at);
create index incident_by_target on probes.incident (target_id, started_at);

create table probes.incident_note (
  id bigint generated always as identity primary key,
  incident_id bigint not null references probes.incident,
  written_at timestamptz not null,
  author text not null,
  text text not null
);
create index incident_note_by_incident on probes.incident_note (incident_id);

-- What happened that explains a day: shown on charts. Of one procedure, or of all.
create table probes.annotation (
  id bigint generated always as identity primary key,
  subject_id bigint references catalogue.subject,
  day date not null,
  text_fr text not null,
  text_en text not null,
  author text not null,
  written_at timestamptz not null
);

-- Weekly checks by a browser: one row a check, a target and a day it was made, with its evidence. Never erased.
create table probes.check_result (
  id bigint generated always as identity,
  target_id bigint not null references probes.target,
  -- A name of check.ts.
  kind text not null,
  checked_at timestamptz not null,
  result text not null,
  -- What was measured, by name; null where nothing was.
  figures jsonb,
  -- Address, excerpt, hash and the like, by name.
  evidence jsonb not null,
  constraint check_result_is_made_once primary key (target_id, kind, checked_at),
  constraint check_result_id_is_alone unique (id),
  constraint check_result_is_known check (result in ('pass', 'fail', 'unknown'))
);

-- What those who answer for a procedure reply to a check.
create table probes.check_reply (
  id bigint generated always as identity primary key,
  target_id bigint not null references probes.target,
  kind text not null,
  written_at timestamptz not null,
  author text not null,
  text text not null
);
create index check_reply_by_target on probes.check_reply (target_id, kind);

create trigger public_change after insert or update or delete on probes.target
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.target_use
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.maintenance
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.incident
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.incident_note
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.annotation
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.check_result
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on probes.check_reply
  for each statement execute function core.announce_public_change();
