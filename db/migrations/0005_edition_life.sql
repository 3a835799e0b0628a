-- The life of an edition: drafts that are built and frozen before they are published, corrections, editions of the past
-- known by their totals, notes of the editors, and targets.

alter table editions.edition
  add column known_by text not null default 'procedures',
  add constraint edition_is_known_by check (known_by in ('procedures', 'totals'));

alter table editions.revision
  -- Hash of the document of a frozen draft: what is published is what was frozen.
  add column frozen_sha256 text,
  add column frozen_at timestamptz,
  -- Subjects behind the procedures of a draft, by public id: who they were when it was built is part of it.
  add column subjects jsonb,
  -- How many procedures the source of an edition known by its totals says it has.
  add column stated_procedures integer,
  add constraint revision_frozen_has_its_hash check (state <> 'frozen' or frozen_sha256 is not null),
  add constraint revision_correction_has_its_reason check (number = 1 or reason is not null);

alter table editions.entry
  add column selection_reason text,
  -- Who answered for the procedure, by identity: names change, and an edition keeps those of its day.
  add column organisation_id bigint references catalogue.subject,
  add column ministry_id bigint references catalogue.subject;

alter table editions.result
  add column counts jsonb,
  add column numerator numeric,
  add column denominator numeric,
  add column parts jsonb,
  add column stale boolean;

-- What an editor says of a procedure in an edition, signed. A later note supersedes; an empty one withdraws.
create table editions.note (
  id bigint generated always as identity primary key,
  edition_id bigint not null references editions.edition,
  subject_id bigint not null references catalogue.subject,
  lang text not null,
  body text,
  author text not null,
  written_at timestamptz not null,
  constraint note_language_is_known check (lang in ('fr', 'en')),
  constraint note_says_something check (body is null or body ~ '\S'),
  constraint note_is_signed check (author ~ '\S')
);
create index note_by_edition on editions.note (edition_id, subject_id, lang, id);

create function editions.refuse_change_of_note() returns trigger language plpgsql as $$
begin
  raise exception 'a note never changes: write another one';
end $$;
create trigger note_is_kept before update or delete on editions.note
  for each row execute function editions.refuse_change_of_note();

-- What is aimed at: a value of a figure of the whole, and the day by which it is due.
create table observations.target (
  id bigint generated always as identity primary key,
  code text not null,
  indicator text not null,
  statistic text not null,
  value numeric not null,
  due_on date,
  label_fr text not null,
  label_en text not null,
  source text not null,
  author text not null,
  recorded_at timestamptz not null,
  withdrawn boolean not null default false,
  constraint target_code_is_plain check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint target_statistic_is_known check (statistic in ('online_rate', 'share_reaching', 'pooled'))
);
create index target_by_code on observations.target (code, id);
create trigger target_is_kept before update or delete on observations.target
  for each row execute function observations.refuse_change();

create trigger public_change after insert or update or delete on editions.note
  for each statement execute function core.announce_public_change();
create trigger public_change after insert or update or delete on observations.target
  for each statement execute function core.announce_public_change();
