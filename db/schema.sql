-- What the migrations make, for reading. Written by `npm run schema`: do not edit.

create schema accounts;

create schema catalogue;

create schema core;

create schema editions;

create schema feedback;

create schema observations;

create schema probes;

create schema visits;

create table accounts.token (
  id text not null,
  hash bytea not null,
  scope text not null,
  target text not null,
  label text not null,
  author text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by text,
  revoked_because text,
  constraint token_pkey PRIMARY KEY (id),
  constraint token_hash_is_sha_256 CHECK (octet_length(hash) = 32),
  constraint token_id_is_ten_characters CHECK (id ~ '^[a-z0-9]{10}$'::text),
  constraint token_is_revoked_by_someone_with_a_reason CHECK (num_nulls(revoked_at, revoked_by, revoked_because) = ANY (ARRAY[0, 3])),
  constraint token_scope_is_known CHECK (scope = ANY (ARRAY['usage'::text, 'vantage'::text]))
);

create table catalogue.foreign_id (
  scheme text not null,
  value text not null,
  subject_id bigint not null,
  constraint foreign_id_names_one_subject PRIMARY KEY (scheme, value),
  constraint foreign_id_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.organisation_version (
  subject_id bigint not null,
  valid_from date not null,
  slug text not null,
  name text not null,
  acronym text,
  level text not null,
  parent_id bigint,
  constraint organisation_has_one_version_a_day PRIMARY KEY (subject_id, valid_from),
  constraint organisation_is_not_its_own_parent CHECK (parent_id <> subject_id),
  constraint organisation_level_is_known CHECK (level = ANY (ARRAY['perimeter'::text, 'ministry'::text, 'direction'::text, 'agency'::text, 'body'::text])),
  constraint organisation_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES catalogue.subject(id),
  constraint organisation_version_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.other_version (
  subject_id bigint not null,
  valid_from date not null,
  slug text not null,
  name text not null,
  organisation_id bigint,
  constraint other_has_one_version_a_day PRIMARY KEY (subject_id, valid_from),
  constraint other_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES catalogue.subject(id),
  constraint other_version_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.procedure (
  subject_id bigint not null,
  public_id text not null,
  constraint procedure_pkey PRIMARY KEY (subject_id),
  constraint procedure_public_id_is_unique UNIQUE (public_id),
  constraint procedure_public_id_is_letters_then_digits CHECK (public_id ~ '^[a-z]{0,8}[0-9]{1,12}$'::text),
  constraint procedure_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.procedure_version (
  subject_id bigint not null,
  valid_from date not null,
  slug text not null,
  name text not null,
  kind text not null,
  published_url text,
  url text,
  organisation_id bigint,
  ministry_id bigint,
  audiences text[] not null default '{}'::text[],
  life_events text[] not null default '{}'::text[],
  online_only_since date,
  planned_opening_on date,
  next_steps text[] not null default '{}'::text[],
  related text[] not null default '{}'::text[],
  contact_url text,
  contact_phone text,
  contact_email text,
  other_channels text[] not null default '{}'::text[],
  constraint procedure_has_one_version_a_day PRIMARY KEY (subject_id, valid_from),
  constraint procedure_contact_url_is_http CHECK (contact_url ~ '^https?://'::text),
  constraint procedure_kind_is_known CHECK (kind = ANY (ARRAY['online_procedure'::text, 'simulator'::text, 'mobile_application'::text, 'automatic_entitlement'::text])),
  constraint procedure_url_is_http CHECK (url ~ '^https?://'::text),
  constraint procedure_version_ministry_id_fkey FOREIGN KEY (ministry_id) REFERENCES catalogue.subject(id),
  constraint procedure_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES catalogue.subject(id),
  constraint procedure_version_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.procedure(subject_id)
);

create table catalogue.site_version (
  subject_id bigint not null,
  valid_from date not null,
  slug text not null,
  name text not null,
  network text,
  organisation_id bigint,
  street text,
  postcode text,
  municipality text,
  latitude numeric,
  longitude numeric,
  opening_hours text,
  premises_accessibility text,
  constraint site_has_one_version_a_day PRIMARY KEY (subject_id, valid_from),
  constraint site_is_on_earth CHECK (latitude >= '-90'::integer::numeric AND latitude <= 90::numeric AND longitude >= '-180'::integer::numeric AND longitude <= 180::numeric),
  constraint site_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES catalogue.subject(id),
  constraint site_version_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.slug (
  kind text not null,
  slug text not null,
  subject_id bigint not null,
  constraint slug_names_one_subject PRIMARY KEY (kind, slug),
  constraint slug_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table catalogue.subject (
  id bigint not null generated always as identity,
  kind text not null,
  constraint subject_pkey PRIMARY KEY (id),
  constraint subject_kind_is_known CHECK (kind = ANY (ARRAY['procedure'::text, 'organisation'::text, 'site'::text, 'portal'::text, 'application'::text, 'federation'::text, 'survey'::text, 'country'::text]))
);

create table core.demonstration (
  only_one boolean not null default true,
  loaded_at timestamp with time zone not null,
  kept boolean not null default false,
  constraint demonstration_pkey PRIMARY KEY (only_one),
  constraint demonstration_is_one CHECK (only_one)
);

create table editions.edition (
  id bigint not null generated always as identity,
  slug text not null,
  label text not null,
  methodology text not null,
  cutoff_on date not null,
  reconstructed boolean not null,
  selection jsonb not null,
  known_by text not null default 'procedures'::text,
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_slug_is_unique UNIQUE (slug),
  constraint edition_is_known_by CHECK (known_by = ANY (ARRAY['procedures'::text, 'totals'::text])),
  constraint edition_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)
);

create table editions.entry (
  edition_id bigint not null,
  revision integer not null,
  subject_id bigint not null,
  "position" integer not null,
  public_id text not null,
  name text not null,
  organisation text,
  ministry text,
  perimeter text,
  url text,
  audiences text[] not null default '{}'::text[],
  volume_online numeric,
  volume_total numeric,
  selection_reason text,
  organisation_id bigint,
  ministry_id bigint,
  constraint entry_is_one_a_procedure PRIMARY KEY (edition_id, revision, subject_id),
  constraint entry_belongs_to_a_revision FOREIGN KEY (edition_id, revision) REFERENCES editions.revision(edition_id, number),
  constraint entry_ministry_id_fkey FOREIGN KEY (ministry_id) REFERENCES catalogue.subject(id),
  constraint entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES catalogue.subject(id),
  constraint entry_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table editions.file (
  edition_id bigint not null,
  revision integer not null,
  format text not null,
  bytes bytea not null,
  sha256 text not null,
  constraint file_is_one_a_format PRIMARY KEY (edition_id, revision, format),
  constraint file_format_is_known CHECK (format = ANY (ARRAY['json'::text, 'csv'::text])),
  constraint file_hash_is_of_its_bytes CHECK (sha256 = encode(sha256(bytes), 'hex'::text)),
  constraint file_belongs_to_a_revision FOREIGN KEY (edition_id, revision) REFERENCES editions.revision(edition_id, number)
);

create table editions.note (
  id bigint not null generated always as identity,
  edition_id bigint not null,
  subject_id bigint not null,
  lang text not null,
  body text,
  author text not null,
  written_at timestamp with time zone not null,
  constraint note_pkey PRIMARY KEY (id),
  constraint note_is_signed CHECK (author ~ '\S'::text),
  constraint note_language_is_known CHECK (lang = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint note_says_something CHECK (body IS NULL OR body ~ '\S'::text),
  constraint note_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions.edition(id),
  constraint note_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table editions.result (
  edition_id bigint not null,
  revision integer not null,
  subject_id bigint not null,
  criterion text not null,
  status text not null,
  value numeric,
  category text,
  level text not null,
  borderline boolean,
  n bigint,
  interval_low numeric,
  interval_high numeric,
  unit text not null,
  source text not null,
  origin text not null,
  source_precision numeric,
  period_start date not null,
  as_of date not null,
  reason text,
  stated_level text,
  counts jsonb,
  numerator numeric,
  denominator numeric,
  parts jsonb,
  stale boolean,
  clusters jsonb,
  constraint result_is_one_a_criterion PRIMARY KEY (edition_id, revision, subject_id, criterion),
  constraint result_interval_is_whole CHECK ((interval_low IS NULL) = (interval_high IS NULL)),
  constraint result_is_number_or_category CHECK (value IS NULL OR category IS NULL),
  constraint result_level_is_known CHECK (level = ANY (ARRAY['good'::text, 'medium'::text, 'poor'::text, 'info'::text, 'none'::text])),
  constraint result_belongs_to_an_entry FOREIGN KEY (edition_id, revision, subject_id) REFERENCES editions.entry(edition_id, revision, subject_id)
);

create table editions.revision (
  edition_id bigint not null,
  number integer not null,
  state text not null,
  author text not null,
  reason text,
  published_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  source_name text,
  source_sha256 text,
  report jsonb not null default '[]'::jsonb,
  frozen_sha256 text,
  frozen_at timestamp with time zone,
  subjects jsonb,
  stated_procedures integer,
  constraint revision_is_numbered_once PRIMARY KEY (edition_id, number),
  constraint revision_correction_has_its_reason CHECK (number = 1 OR reason IS NOT NULL),
  constraint revision_frozen_has_its_hash CHECK (state <> 'frozen'::text OR frozen_sha256 IS NOT NULL),
  constraint revision_published_has_its_date CHECK (state <> 'published'::text OR published_at IS NOT NULL),
  constraint revision_state_is_known CHECK (state = ANY (ARRAY['draft'::text, 'frozen'::text, 'published'::text])),
  constraint revision_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions.edition(id)
);

create table feedback.answer (
  subject_id bigint not null,
  review_id uuid not null,
  question text not null,
  version text not null,
  language text not null,
  grades text[] not null,
  comment text,
  answered_at timestamp with time zone not null,
  constraint answer_is_given_once PRIMARY KEY (subject_id, review_id, question),
  constraint answer_comment_is_bounded CHECK (char_length(comment) <= 30000)
);

create table feedback.button (
  id text not null,
  subject_id bigint not null,
  channel text not null,
  step text,
  language text not null,
  questionnaire text not null,
  secret bytea not null,
  created_at timestamp with time zone not null,
  author text not null,
  closed_at timestamp with time zone,
  closed_reason text,
  constraint button_pkey PRIMARY KEY (id),
  constraint button_channel_is_known CHECK (channel = ANY (ARRAY['web'::text, 'counter'::text, 'phone'::text, 'paper'::text, 'email'::text])),
  constraint button_id_is_ten_characters CHECK (id ~ '^[a-z0-9]{10}$'::text),
  constraint button_is_closed_with_a_reason CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
  constraint button_secret_is_long CHECK (octet_length(secret) >= 32),
  constraint button_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table feedback.daily (
  subject_id bigint not null,
  question text not null,
  day date not null,
  button_id text not null,
  channel text not null,
  ending text not null,
  version text not null,
  grade text not null,
  n integer not null,
  constraint daily_is_counted_once PRIMARY KEY (subject_id, question, day, button_id, channel, ending, version, grade)
);

create table feedback.erasure (
  id bigint not null generated always as identity,
  subject_id bigint not null,
  review_id uuid not null,
  author text not null,
  reason text not null,
  erased_at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (id),
  constraint erasure_is_signed CHECK (author ~ '\S'::text),
  constraint erasure_says_why CHECK (reason ~ '\S'::text)
);

create table feedback.opening (
  subject_id bigint not null,
  day date not null,
  button_id text not null,
  kind text not null,
  n integer not null,
  constraint opening_is_counted_once PRIMARY KEY (subject_id, day, button_id, kind) INCLUDE (n),
  constraint opening_kind_is_known CHECK (kind = ANY (ARRAY['opened'::text, 'closed'::text]))
);

create table feedback.packed_month (
  subject_id bigint not null,
  month date not null,
  cells json not null,
  constraint packed_month_is_packed_once PRIMARY KEY (subject_id, month),
  constraint packed_month_is_a_month CHECK (EXTRACT(day FROM month) = 1::numeric)
);

create table feedback.packed_year (
  question text not null,
  year integer not null,
  block bigint not null,
  cells json not null,
  constraint packed_block_is_packed_once PRIMARY KEY (question, year, block)
);

create table feedback.questionnaire (
  id text not null,
  version integer not null,
  document jsonb not null,
  author text not null,
  recorded_at timestamp with time zone not null,
  constraint questionnaire_version_is_written_once PRIMARY KEY (id, version)
);

create table feedback.release (
  id bigint not null generated always as identity,
  subject_id bigint not null,
  button_id text not null,
  from_on date not null,
  to_on date not null,
  reviews integer not null,
  author text not null,
  reason text not null,
  released_at timestamp with time zone not null,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_is_signed CHECK (author ~ '\S'::text),
  constraint release_says_why CHECK (reason ~ '\S'::text)
);

create table feedback.review (
  subject_id bigint not null,
  id uuid not null,
  button_id text not null,
  channel text not null,
  ending text not null,
  step text,
  service_version text,
  language text not null,
  opened_on date not null,
  received_at timestamp with time zone not null,
  state text not null,
  reason text,
  constraint review_is_written_once PRIMARY KEY (subject_id, id),
  constraint review_ending_is_known CHECK (ending = ANY (ARRAY['unknown'::text, 'success'::text, 'refused'::text, 'not_eligible'::text, 'error'::text, 'abandoned'::text, 'assisted'::text, 'counter'::text])),
  constraint review_out_of_figures_says_why CHECK (state = 'counted'::text OR reason IS NOT NULL),
  constraint review_state_is_known CHECK (state = ANY (ARRAY['counted'::text, 'quarantined'::text, 'excluded'::text, 'released'::text]))
);

create table feedback.signing_key (
  id integer not null generated always as identity,
  key bytea not null,
  created_at timestamp with time zone not null,
  constraint signing_key_pkey PRIMARY KEY (id),
  constraint signing_key_is_long CHECK (octet_length(key) >= 32)
);

create table observations.dataset (
  slug text not null,
  subject_id bigint not null,
  label text not null,
  author text not null,
  created_at timestamp with time zone not null,
  constraint dataset_pkey PRIMARY KEY (slug),
  constraint dataset_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text),
  constraint dataset_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table observations.entry (
  dataset text not null,
  client_id text not null,
  observation_id bigint not null,
  constraint entry_is_named_once PRIMARY KEY (dataset, client_id),
  constraint entry_dataset_fkey FOREIGN KEY (dataset) REFERENCES observations.dataset(slug),
  constraint entry_observation_id_fkey FOREIGN KEY (observation_id) REFERENCES observations.observation(id)
);

create table observations.observation (
  id bigint not null generated always as identity,
  subject_id bigint not null,
  indicator text not null,
  period_start date not null,
  period_end date not null,
  dimensions jsonb not null default '{}'::jsonb,
  status text not null,
  qualifier text not null default 'exact'::text,
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
  recorded_at timestamp with time zone not null,
  supersedes bigint,
  population_fr text,
  population_en text,
  note_fr text,
  note_en text,
  reference text,
  accepted_because text,
  constraint observation_pkey PRIMARY KEY (id),
  constraint observation_is_superseded_once UNIQUE (supersedes),
  constraint observation_absent_has_no_value CHECK ((status <> ALL (ARRAY['not_applicable'::text, 'not_reported'::text, 'insufficient'::text])) OR value IS NULL AND category IS NULL),
  constraint observation_is_number_or_category CHECK (value IS NULL OR category IS NULL),
  constraint observation_origin_is_known CHECK (origin = ANY (ARRAY['automatic'::text, 'declared'::text, 'imported'::text, 'overridden'::text])),
  constraint observation_period_runs_forward CHECK (period_start <= period_end),
  constraint observation_qualifier_is_known CHECK (qualifier = ANY (ARRAY['exact'::text, 'nearly'::text, 'more_than'::text, 'less_than'::text, 'at_least'::text, 'at_most'::text])),
  constraint observation_ratio_is_whole CHECK ((numerator IS NULL) = (denominator IS NULL)),
  constraint observation_status_is_known CHECK (status = ANY (ARRAY['measured'::text, 'declared'::text, 'insufficient'::text, 'not_applicable'::text, 'not_reported'::text, 'suspect'::text])),
  constraint observation_suspect_says_why CHECK (status <> 'suspect'::text OR reason IS NOT NULL OR origin = 'imported'::text),
  constraint observation_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id),
  constraint observation_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES observations.observation(id)
);

create table observations.target (
  id bigint not null generated always as identity,
  code text not null,
  indicator text not null,
  statistic text not null,
  value numeric not null,
  due_on date,
  label_fr text not null,
  label_en text not null,
  source text not null,
  author text not null,
  recorded_at timestamp with time zone not null,
  withdrawn boolean not null default false,
  constraint target_pkey PRIMARY KEY (id),
  constraint target_code_is_plain CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text),
  constraint target_statistic_is_known CHECK (statistic = ANY (ARRAY['online_rate'::text, 'share_reaching'::text, 'pooled'::text]))
);

create table observations.wave (
  id bigint not null generated always as identity,
  subject_id bigint not null,
  code text not null,
  document jsonb not null,
  author text not null,
  recorded_at timestamp with time zone not null,
  constraint wave_pkey PRIMARY KEY (id),
  constraint wave_code_is_plain CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text),
  constraint wave_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table probes.annotation (
  id bigint not null generated always as identity,
  subject_id bigint,
  day date not null,
  text_fr text not null,
  text_en text not null,
  author text not null,
  written_at timestamp with time zone not null,
  constraint annotation_pkey PRIMARY KEY (id),
  constraint annotation_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table probes.check_reply (
  id bigint not null generated always as identity,
  target_id bigint not null,
  kind text not null,
  written_at timestamp with time zone not null,
  author text not null,
  text text not null,
  constraint check_reply_pkey PRIMARY KEY (id),
  constraint check_reply_target_id_fkey FOREIGN KEY (target_id) REFERENCES probes.target(id)
);

create table probes.check_result (
  id bigint not null generated always as identity,
  target_id bigint not null,
  kind text not null,
  checked_at timestamp with time zone not null,
  result text not null,
  figures jsonb,
  evidence jsonb not null,
  constraint check_result_is_made_once PRIMARY KEY (target_id, kind, checked_at),
  constraint check_result_id_is_alone UNIQUE (id),
  constraint check_result_is_known CHECK (result = ANY (ARRAY['pass'::text, 'fail'::text, 'unknown'::text])),
  constraint check_result_target_id_fkey FOREIGN KEY (target_id) REFERENCES probes.target(id)
);

create table probes.daily (
  target_id bigint not null,
  vantage_id smallint not null,
  day date not null,
  verdicts smallint[] not null,
  response_ms integer[] not null,
  business_steps smallint[] not null,
  other_steps smallint[] not null,
  business integer[] not null,
  other integer[] not null,
  constraint daily_is_counted_once PRIMARY KEY (target_id, vantage_id, day)
);

create table probes.incident (
  id bigint not null generated always as identity,
  target_id bigint not null,
  started_at timestamp with time zone not null,
  confirmed_at timestamp with time zone not null,
  resumed_at timestamp with time zone,
  ended_at timestamp with time zone,
  cause smallint not null,
  vantage_ids smallint[] not null,
  withdrawn_at timestamp with time zone,
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_ends_after_it_starts CHECK (ended_at >= started_at),
  constraint incident_is_over_when_withdrawn CHECK (withdrawn_at IS NULL OR ended_at IS NOT NULL),
  constraint incident_target_id_fkey FOREIGN KEY (target_id) REFERENCES probes.target(id)
);

create table probes.incident_note (
  id bigint not null generated always as identity,
  incident_id bigint not null,
  written_at timestamp with time zone not null,
  author text not null,
  text text not null,
  constraint incident_note_pkey PRIMARY KEY (id),
  constraint incident_note_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES probes.incident(id)
);

create table probes.latest (
  target_id bigint not null,
  vantage_id smallint not null,
  at timestamp with time zone not null,
  outcome smallint not null,
  verdict_since timestamp with time zone not null,
  detail jsonb not null,
  constraint latest_is_one PRIMARY KEY (target_id, vantage_id)
);

create table probes.maintenance (
  id bigint not null generated always as identity,
  target_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  repeats text not null,
  repeats_until date,
  reason text not null,
  author text not null,
  created_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  constraint maintenance_pkey PRIMARY KEY (id),
  constraint maintenance_ends_after_it_starts CHECK (ends_at > starts_at),
  constraint maintenance_repetition_is_known CHECK (repeats = ANY (ARRAY['never'::text, 'daily'::text, 'weekly'::text])),
  constraint maintenance_target_id_fkey FOREIGN KEY (target_id) REFERENCES probes.target(id)
);

create table probes.recent_sample (
  target_id bigint not null,
  vantage_id smallint not null,
  at timestamp with time zone not null,
  outcome smallint not null,
  name_ms smallint,
  connect_ms smallint,
  tls_ms smallint,
  first_byte_ms smallint,
  whole_ms smallint,
  constraint recent_sample_is_taken_once PRIMARY KEY (target_id, vantage_id, at)
);

create table probes.sample (
  target_id bigint not null,
  vantage_id smallint not null,
  hour timestamp with time zone not null,
  seconds smallint[] not null,
  outcomes smallint[] not null,
  times smallint[] not null,
  constraint sample_is_packed_once PRIMARY KEY (target_id, vantage_id, hour),
  constraint sample_is_whole CHECK (cardinality(outcomes) = cardinality(seconds) AND cardinality(times) = (5 * cardinality(seconds)))
) partition by RANGE (hour);

create table probes.subject_day (
  subject_id bigint not null,
  day date not null,
  minutes smallint[] not null,
  whole smallint[] not null,
  business smallint[] not null,
  constraint subject_day_is_counted_once PRIMARY KEY (subject_id, day)
);

create table probes.target (
  id bigint not null generated always as identity,
  url text not null,
  method text not null,
  expected_status text not null,
  must_contain text,
  must_not_contain text,
  interval_ms integer not null,
  timeout_ms integer not null,
  slow_ms integer not null,
  author text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  constraint target_pkey PRIMARY KEY (id),
  constraint target_interval_is_bounded CHECK (interval_ms >= 10000 AND interval_ms <= 3600000),
  constraint target_is_closed_with_a_reason CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
  constraint target_method_is_known CHECK (method = ANY (ARRAY['GET'::text, 'HEAD'::text])),
  constraint target_slowness_is_within_its_timeout CHECK (slow_ms >= 1 AND slow_ms <= timeout_ms),
  constraint target_timeout_is_bounded CHECK (timeout_ms >= 1000 AND timeout_ms <= 30000 AND timeout_ms <= interval_ms)
);

create table probes.target_day (
  target_id bigint not null,
  day date not null,
  minutes smallint[] not null,
  whole smallint[] not null,
  business smallint[] not null,
  constraint target_day_is_counted_once PRIMARY KEY (target_id, day)
);

create table probes.target_use (
  target_id bigint not null,
  subject_id bigint not null,
  role text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint target_is_used_once_at_a_time PRIMARY KEY (target_id, subject_id, since),
  constraint target_role_is_known CHECK (role = ANY (ARRAY['home'::text, 'sign_in'::text, 'form'::text, 'last_page'::text])),
  constraint target_use_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id),
  constraint target_use_target_id_fkey FOREIGN KEY (target_id) REFERENCES probes.target(id)
);

create table probes.vantage (
  id smallint not null generated always as identity,
  slug text not null,
  name text not null,
  author text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  seen_at timestamp with time zone,
  skew_ms integer,
  held_by text,
  held_until timestamp with time zone,
  constraint vantage_pkey PRIMARY KEY (id),
  constraint vantage_is_named_once UNIQUE (slug),
  constraint vantage_is_closed_with_a_reason CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
  constraint vantage_is_held_by_someone CHECK ((held_by IS NULL) = (held_until IS NULL)),
  constraint vantage_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)
);

create table probes.watch (
  vantage_id smallint not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  constraint watch_starts_once PRIMARY KEY (vantage_id, started_at),
  constraint watch_ends_after_it_starts CHECK (ended_at >= started_at),
  constraint watch_vantage_id_fkey FOREIGN KEY (vantage_id) REFERENCES probes.vantage(id)
);

create table public.vigie_migration (
  version integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint vigie_migration_pkey PRIMARY KEY (version)
);

create table visits.counted_day (
  subject_id bigint not null,
  day date not null,
  source text not null,
  sketch bytea,
  visitors bigint,
  constraint day_has_one_source PRIMARY KEY (subject_id, day),
  constraint visitors_are_a_sketch_or_a_number CHECK (sketch IS NULL OR visitors IS NULL)
);

create table visits.counter (
  id text not null,
  subject_id bigint not null,
  origins text[] not null,
  paths text[] not null default '{}'::text[],
  steps text[] not null default '{}'::text[],
  author text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  constraint counter_pkey PRIMARY KEY (id),
  constraint counter_has_an_origin CHECK (cardinality(origins) > 0),
  constraint counter_id_is_ten_characters CHECK (id ~ '^[a-z0-9]{10}$'::text),
  constraint counter_is_closed_with_a_reason CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
  constraint counter_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES catalogue.subject(id)
);

create table visits.daily (
  subject_id bigint not null,
  day date not null,
  dimension text not null,
  value text not null,
  views bigint not null,
  visits bigint not null,
  constraint daily_is_counted_once PRIMARY KEY (subject_id, day, dimension, value),
  constraint daily_is_no_debt CHECK (views >= 0 AND visits >= 0)
);

create table visits.duration (
  subject_id bigint not null,
  grain text not null,
  start date not null,
  bucket integer not null,
  n bigint not null,
  constraint duration_is_counted_once PRIMARY KEY (subject_id, grain, start, bucket),
  constraint duration_is_no_debt CHECK (n >= 0),
  constraint duration_is_of_a_day_or_a_month CHECK (grain = 'day'::text OR grain = 'month'::text AND EXTRACT(day FROM start) = 1::numeric)
);

create table visits.monthly (
  subject_id bigint not null,
  month date not null,
  dimension text not null,
  value text not null,
  views bigint not null,
  visits bigint not null,
  constraint monthly_is_counted_once PRIMARY KEY (subject_id, month, dimension, value),
  constraint month_is_its_first_day CHECK (EXTRACT(day FROM month) = 1::numeric),
  constraint monthly_is_no_debt CHECK (views >= 0 AND visits >= 0)
);

create table visits.salt (
  day date not null,
  salt bytea not null,
  constraint salt_pkey PRIMARY KEY (day),
  constraint salt_is_long CHECK (octet_length(salt) >= 32)
);

create table visits.total (
  subject_id bigint not null,
  grain text not null,
  start date not null,
  days bigint not null,
  known_days bigint not null,
  visitors bigint not null,
  visits bigint not null,
  views bigint not null,
  starts bigint not null,
  submitted bigint not null,
  refused bigint not null,
  endings bigint not null,
  constraint total_is_counted_once PRIMARY KEY (subject_id, grain, start),
  constraint total_is_of_a_day_or_a_month CHECK (grain = 'day'::text OR grain = 'month'::text AND EXTRACT(day FROM start) = 1::numeric)
);

CREATE INDEX token_by_target ON accounts.token USING btree (scope, target);

CREATE INDEX foreign_id_by_subject ON catalogue.foreign_id USING btree (subject_id);

CREATE INDEX organisation_version_by_parent ON catalogue.organisation_version USING btree (parent_id);

CREATE INDEX procedure_version_by_organisation ON catalogue.procedure_version USING btree (organisation_id);

CREATE INDEX note_by_edition ON editions.note USING btree (edition_id, subject_id, lang, id);

CREATE INDEX result_by_subject ON editions.result USING btree (subject_id, edition_id, revision);

CREATE INDEX button_by_subject ON feedback.button USING btree (subject_id);

CREATE INDEX erasure_by_review ON feedback.erasure USING btree (subject_id, review_id);

CREATE INDEX review_out_of_figures ON feedback.review USING btree (subject_id, opened_on, state, reason) INCLUDE (button_id, channel, ending) WHERE (state <> 'counted'::text);

CREATE INDEX entry_by_observation ON observations.entry USING btree (observation_id, dataset);

CREATE INDEX observation_by_subject ON observations.observation USING btree (subject_id, indicator, period_end DESC);

CREATE UNIQUE INDEX observation_key_starts_once ON observations.observation USING btree (subject_id, indicator, period_start, period_end, dimensions) WHERE (supersedes IS NULL);

CREATE INDEX target_by_code ON observations.target USING btree (code, id);

CREATE INDEX wave_by_subject ON observations.wave USING btree (subject_id, code, id DESC);

CREATE INDEX check_reply_by_target ON probes.check_reply USING btree (target_id, kind);

CREATE INDEX incident_by_target ON probes.incident USING btree (target_id, started_at);

CREATE INDEX incident_by_time ON probes.incident USING btree (started_at);

CREATE UNIQUE INDEX incident_is_alone_on_its_target ON probes.incident USING btree (target_id) WHERE (ended_at IS NULL);

CREATE INDEX incident_note_by_incident ON probes.incident_note USING btree (incident_id);

CREATE INDEX maintenance_by_target ON probes.maintenance USING btree (target_id);

CREATE INDEX recent_sample_by_time ON probes.recent_sample USING btree (at);

CREATE INDEX subject_day_by_day ON probes.subject_day USING btree (day);

CREATE UNIQUE INDEX target_is_asked_once ON probes.target USING btree (url, method, expected_status, must_contain, must_not_contain) NULLS NOT DISTINCT WHERE (closed_at IS NULL);

CREATE INDEX target_use_by_subject ON probes.target_use USING btree (subject_id);

CREATE UNIQUE INDEX target_use_is_open_once ON probes.target_use USING btree (target_id, subject_id) WHERE (until IS NULL);

CREATE INDEX counted_day_by_sketch ON visits.counted_day USING btree (day) WHERE (sketch IS NOT NULL);

CREATE INDEX counter_by_subject ON visits.counter USING btree (subject_id);

CREATE INDEX total_by_start ON visits.total USING btree (grain, start);

CREATE OR REPLACE FUNCTION core.announce_public_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('vigie_public_change', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION editions.refuse_change_of_edition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from editions.revision r where r.edition_id = old.id and r.state = 'published') then
    raise exception 'a published edition never changes: correct it instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $function$;

CREATE OR REPLACE FUNCTION editions.refuse_change_of_note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a note never changes: write another one';
end $function$;

CREATE OR REPLACE FUNCTION editions.refuse_change_of_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record;
begin
  if tg_op = 'INSERT' then touched := new; else touched := old; end if;
  if exists (select from editions.revision r
             where r.edition_id = touched.edition_id and r.number = touched.revision and r.state = 'published') then
    raise exception 'a published revision never changes: correct the edition instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $function$;

CREATE OR REPLACE FUNCTION editions.refuse_change_of_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'published' then
    raise exception 'a published revision never changes: correct the edition instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $function$;

CREATE OR REPLACE FUNCTION editions.refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'published revisions never change: their tables are not emptied';
end $function$;

CREATE OR REPLACE FUNCTION observations.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'observations are never changed nor erased: record one that supersedes';
end $function$;

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.foreign_id FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.organisation_version FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.other_version FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.procedure FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.procedure_version FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.site_version FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.slug FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON catalogue.subject FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON core.demonstration FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER edition_published_is_kept BEFORE DELETE OR UPDATE ON editions.edition FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_edition();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON editions.edition FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER entry_of_published_is_kept BEFORE INSERT OR DELETE OR UPDATE ON editions.entry FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_published();

CREATE TRIGGER entry_table_is_kept BEFORE TRUNCATE ON editions.entry FOR EACH STATEMENT EXECUTE FUNCTION editions.refuse_truncate();

CREATE TRIGGER file_of_published_is_kept BEFORE INSERT OR DELETE OR UPDATE ON editions.file FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_published();

CREATE TRIGGER file_table_is_kept BEFORE TRUNCATE ON editions.file FOR EACH STATEMENT EXECUTE FUNCTION editions.refuse_truncate();

CREATE TRIGGER note_is_kept BEFORE DELETE OR UPDATE ON editions.note FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_note();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON editions.note FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER result_of_published_is_kept BEFORE INSERT OR DELETE OR UPDATE ON editions.result FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_published();

CREATE TRIGGER result_table_is_kept BEFORE TRUNCATE ON editions.result FOR EACH STATEMENT EXECUTE FUNCTION editions.refuse_truncate();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON editions.revision FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER revision_published_is_kept BEFORE DELETE OR UPDATE ON editions.revision FOR EACH ROW EXECUTE FUNCTION editions.refuse_change_of_revision();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON feedback.button FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON feedback.questionnaire FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON feedback.signing_key FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER observation_is_kept BEFORE DELETE OR UPDATE ON observations.observation FOR EACH ROW EXECUTE FUNCTION observations.refuse_change();

CREATE TRIGGER observation_table_is_kept BEFORE TRUNCATE ON observations.observation FOR EACH STATEMENT EXECUTE FUNCTION observations.refuse_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON observations.observation FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON observations.target FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER target_is_kept BEFORE DELETE OR UPDATE ON observations.target FOR EACH ROW EXECUTE FUNCTION observations.refuse_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON observations.wave FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER wave_is_kept BEFORE DELETE OR UPDATE ON observations.wave FOR EACH ROW EXECUTE FUNCTION observations.refuse_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.annotation FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.check_reply FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.check_result FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.incident FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.incident_note FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.maintenance FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.target FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON probes.target_use FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();

CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON visits.counter FOR EACH STATEMENT EXECUTE FUNCTION core.announce_public_change();
