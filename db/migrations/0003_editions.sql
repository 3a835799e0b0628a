-- Editions: figures frozen at a date. A revision is written whole, then published; from then on its rows and
-- bytes cannot change.

create schema editions;

create table editions.edition (
  id bigint generated always as identity primary key,
  slug text not null,
  label text not null,
  methodology text not null,
  cutoff_on date not null,
  reconstructed boolean not null,
  selection jsonb not null,
  constraint edition_slug_is_unique unique (slug),
  constraint edition_slug_is_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table editions.revision (
  edition_id bigint not null references editions.edition,
  number integer not null,
  state text not null,
  author text not null,
  reason text,
  published_at timestamptz,
  recorded_at timestamptz not null,
  source_name text,
  source_sha256 text,
  -- What the source holds and the edition does not, or holds otherwise: rows left out, cells not understood.
  report jsonb not null default '[]',
  constraint revision_is_numbered_once primary key (edition_id, number),
  constraint revision_state_is_known check (state in ('draft', 'frozen', 'published')),
  constraint revision_published_has_its_date check (state <> 'published' or published_at is not null)
);

create table editions.entry (
  edition_id bigint not null,
  revision integer not null,
  subject_id bigint not null references catalogue.subject,
  position integer not null,
  public_id text not null,
  name text not null,
  organisation text,
  ministry text,
  perimeter text,
  url text,
  audiences text[] not null default '{}',
  volume_online numeric,
  volume_total numeric,
  constraint entry_is_one_a_procedure primary key (edition_id, revision, subject_id),
  constraint entry_belongs_to_a_revision foreign key (edition_id, revision) references editions.revision
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
  constraint result_is_one_a_criterion primary key (edition_id, revision, subject_id, criterion),
  constraint result_belongs_to_an_entry foreign key (edition_id, revision, subject_id) references editions.entry,
  constraint result_level_is_known check (level in ('good', 'medium', 'poor', 'info', 'none')),
  constraint result_interval_is_whole check ((interval_low is null) = (interval_high is null)),
  constraint result_is_number_or_category check (value is null or category is null)
);
create index result_by_subject on editions.result (subject_id, edition_id, revision);

-- The published bytes, served as stored.
create table editions.file (
  edition_id bigint not null,
  revision integer not null,
  format text not null,
  bytes bytea not null,
  sha256 text not null,
  constraint file_is_one_a_format primary key (edition_id, revision, format),
  constraint file_belongs_to_a_revision foreign key (edition_id, revision) references editions.revision,
  constraint file_format_is_known check (format in ('json', 'csv')),
  constraint file_hash_is_of_its_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);

create function editions.refuse_change_of_published() returns trigger language plpgsql as $$
declare
  touched record;
begin
  if tg_op = 'INSERT' then touched := new; else touched := old; end if;
  if exists (select from editions.revision r
             where r.edition_id = touched.edition_id and r.number = touched.revision and r.state = 'published') then
    raise exception 'a published revision never changes: correct the edition instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $$;
create trigger entry_of_published_is_kept before insert or update or delete on editions.entry
  for each row execute function editions.refuse_change_of_published();
create trigger result_of_published_is_kept before insert or update or delete on editions.result
  for each row execute function editions.refuse_change_of_published();
create trigger file_of_published_is_kept before insert or update or delete on editions.file
  for each row execute function editions.refuse_change_of_published();

create function editions.refuse_change_of_revision() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'a published revision never changes: correct the edition instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $$;
create trigger revision_published_is_kept before update or delete on editions.revision
  for each row execute function editions.refuse_change_of_revision();

-- What an edition is called and judged by is part of what was published.
create function editions.refuse_change_of_edition() returns trigger language plpgsql as $$
begin
  if exists (select from editions.revision r where r.edition_id = old.id and r.state = 'published') then
    raise exception 'a published edition never changes: correct it instead';
  end if;
  if tg_op = 'DELETE' then return old; else return new; end if;
end $$;
create trigger edition_published_is_kept before update or delete on editions.edition
  for each row execute function editions.refuse_change_of_edition();

create function editions.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'published revisions never change: their tables are not emptied';
end $$;
create trigger entry_table_is_kept before truncate on editions.entry
  for each statement execute function editions.refuse_truncate();
create trigger result_table_is_kept before truncate on editions.result
  for each statement execute function editions.refuse_truncate();
create trigger file_table_is_kept before truncate on editions.file
  for each statement execute function editions.refuse_truncate();
