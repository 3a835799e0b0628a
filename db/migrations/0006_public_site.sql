-- What a reader needs beside the figures of a procedure: what comes after it, what goes with it, whom to ask and how
-- else to do it; and whether the store holds demonstration data.

alter table catalogue.procedure_version
  -- Public ids, in order: of the step that follows this one, of procedures that go with it.
  add column next_steps text[] not null default '{}',
  add column related text[] not null default '{}',
  add column contact_url text constraint procedure_contact_url_is_http check (contact_url ~ '^https?://'),
  add column contact_phone text,
  add column contact_email text,
  add column other_channels text[] not null default '{}';

create table core.demonstration (
  only_one boolean not null default true,
  loaded_at timestamptz not null,
  -- True once real data were imported beside it, at someone's request: from then on nothing removes it.
  kept boolean not null default false,
  constraint demonstration_pkey primary key (only_one),
  constraint demonstration_is_one check (only_one)
);

create trigger public_change after insert or update or delete on core.demonstration
  for each statement execute function core.announce_public_change();
