-- Usage: who a figure speaks of and what its source adds, who may send figures by program, waves of surveys.

alter table observations.observation
  -- Of whom or of what the figure is ('tax households'): the words of its denominator.
  add column population_fr text,
  add column population_en text,
  -- What the source adds to the figure.
  add column note_fr text,
  add column note_en text,
  -- The id that its source gives to the figure.
  add column reference text,
  -- Why a value that is not plausible was accepted as it is.
  add column accepted_because text,
  add constraint observation_suspect_says_why check (status <> 'suspect' or reason is not null or origin = 'imported');

-- What one program may send figures about: a subject, and those that it answers for.
create table observations.dataset (
  slug text primary key,
  subject_id bigint not null references catalogue.subject,
  label text not null,
  author text not null,
  created_at timestamptz not null,
  constraint dataset_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

-- The figures of a dataset by the ids that its program gives them, so that sending one twice changes nothing.
create table observations.entry (
  dataset text not null references observations.dataset,
  client_id text not null,
  observation_id bigint not null references observations.observation,
  constraint entry_is_named_once primary key (dataset, client_id)
);
create index entry_by_observation on observations.entry (observation_id, dataset);

-- Waves of surveys: population, method, number of people, questions with their exact wording, as one document. A later
-- one of the same wave stands in place of an earlier one, which stays. The shares are observations of the survey.
create table observations.wave (
  id bigint generated always as identity primary key,
  subject_id bigint not null references catalogue.subject,
  code text not null,
  document jsonb not null,
  author text not null,
  recorded_at timestamptz not null,
  constraint wave_code_is_plain check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
create index wave_by_subject on observations.wave (subject_id, code, id desc);
create trigger wave_is_kept before update or delete on observations.wave
  for each row execute function observations.refuse_change();

create trigger public_change after insert or update or delete on observations.wave
  for each statement execute function core.announce_public_change();
