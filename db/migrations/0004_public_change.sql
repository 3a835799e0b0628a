-- Tells every process that public data changed, at commit, so that it drops the pages it keeps.

create schema core;

create function core.announce_public_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('vigie_public_change', '');
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'catalogue.subject', 'catalogue.foreign_id', 'catalogue.slug', 'catalogue.organisation_version',
    'catalogue.procedure', 'catalogue.procedure_version', 'catalogue.site_version', 'catalogue.other_version',
    'observations.observation', 'editions.edition', 'editions.revision']
  loop
    execute format('create trigger public_change after insert or update or delete on %s
                    for each statement execute function core.announce_public_change()', name);
  end loop;
end $$;
