-- Feedback: buttons, questionnaires, reviews with their answers, and the counts that every figure is made of.
-- The large tables carry subject_id in every key and no foreign key to small tables: they can be distributed by it.

create schema feedback;

-- What tells that a form was opened by this installation; shared by its processes.
create table feedback.signing_key (
  id integer generated always as identity primary key,
  key bytea not null,
  created_at timestamptz not null,
  constraint signing_key_is_long check (octet_length(key) >= 32)
);

create table feedback.button (
  id text primary key,
  subject_id bigint not null references catalogue.subject,
  channel text not null,
  -- The step of the procedure that it stands at; null for its end.
  step text,
  language text not null,
  questionnaire text not null,
  -- With which the service signs how a journey ended.
  secret bytea not null,
  created_at timestamptz not null,
  author text not null,
  closed_at timestamptz,
  closed_reason text,
  constraint button_id_is_ten_characters check (id ~ '^[a-z0-9]{10}$'),
  constraint button_channel_is_known check (channel in ('web', 'counter', 'phone', 'paper', 'email')),
  constraint button_secret_is_long check (octet_length(secret) >= 32),
  constraint button_is_closed_with_a_reason check ((closed_at is null) = (closed_reason is null))
);
create index button_by_subject on feedback.button (subject_id);

-- Questionnaires beside those that the code ships. A version is never changed.
create table feedback.questionnaire (
  id text not null,
  version integer not null,
  document jsonb not null,
  author text not null,
  recorded_at timestamptz not null,
  constraint questionnaire_version_is_written_once primary key (id, version)
);

create table feedback.review (
  subject_id bigint not null,
  -- What the server signed when it opened the form: a UUID of version 7, so that reviews of a time lie together.
  id uuid not null,
  button_id text not null,
  channel text not null,
  -- How the journey ended, as the service signed it; 'unknown' otherwise.
  ending text not null,
  step text,
  service_version text,
  language text not null,
  -- The day the form was opened (Europe/Paris), under which its answers are counted.
  opened_on date not null,
  received_at timestamptz not null,
  -- Whether it is in the figures, and why not.
  state text not null,
  reason text,
  constraint review_is_written_once primary key (subject_id, id),
  constraint review_ending_is_known check (ending in (
    'unknown', 'success', 'refused', 'not_eligible', 'error', 'abandoned', 'assisted', 'counter')),
  constraint review_state_is_known check (state in ('counted', 'quarantined', 'excluded', 'released')),
  constraint review_out_of_figures_says_why check (state = 'counted' or reason is not null)
);
-- Answers pages alone, filters included: reviews themselves lie anywhere on the disk.
create index review_out_of_figures on feedback.review (subject_id, opened_on, state, reason)
  include (button_id, channel, ending) where state <> 'counted';

-- One row a question answered. Grades are what is counted: '7.5', 'none', 'phone=yes'.
create table feedback.answer (
  subject_id bigint not null,
  review_id uuid not null,
  question text not null,
  version text not null,
  language text not null,
  grades text[] not null,
  comment text,
  answered_at timestamptz not null,
  constraint answer_is_given_once primary key (subject_id, review_id, question),
  -- 5,000 characters as sent; what is redacted may take more room than it did.
  constraint answer_comment_is_bounded check (char_length(comment) <= 30000)
);

-- How many counted answers gave each grade, by day and by month. `vigie reviews recount` rebuilds both.
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
  constraint daily_is_counted_once
    primary key (subject_id, question, day, button_id, channel, ending, version, grade),
  constraint daily_is_no_debt check (n >= 0)
) with (fillfactor = 70);

create table feedback.monthly (
  subject_id bigint not null,
  question text not null,
  month date not null,
  button_id text not null,
  channel text not null,
  ending text not null,
  version text not null,
  grade text not null,
  n integer not null,
  constraint monthly_is_counted_once
    primary key (subject_id, question, month, button_id, channel, ending, version, grade),
  constraint monthly_is_no_debt check (n >= 0),
  constraint monthly_is_of_a_month check (extract(day from month) = 1)
) with (fillfactor = 70);

-- The same of satisfaction alone, one row for a subject and month: what views of many subjects add up.
create table feedback.monthly_satisfaction (
  subject_id bigint not null,
  month date not null,
  -- Reviews by grade.
  n_0 integer not null,
  n_2_5 integer not null,
  n_5 integer not null,
  n_7_5 integer not null,
  n_10 integer not null,
  constraint monthly_satisfaction_is_counted_once primary key (subject_id, month),
  constraint monthly_satisfaction_is_no_debt check (least(n_0, n_2_5, n_5, n_7_5, n_10) >= 0)
) with (fillfactor = 70);

-- How often forms were opened, and closed buttons met. Counted in memory and added once a second.
create table feedback.opening (
  subject_id bigint not null,
  day date not null,
  button_id text not null,
  kind text not null,
  n integer not null,
  -- With its count: a year of one subject is read from a few pages, not from one for each day.
  constraint opening_is_counted_once primary key (subject_id, day, button_id, kind) include (n),
  constraint opening_kind_is_known check (kind in ('opened', 'closed'))
);

do $$
declare
  name text;
begin
  foreach name in array array['feedback.button', 'feedback.questionnaire', 'feedback.signing_key']
  loop
    execute format('create trigger public_change after insert or update or delete on %s
                    for each statement execute function core.announce_public_change()', name);
  end loop;
end $$;
