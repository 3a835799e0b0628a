-- An incident that later samples refuted was told to readers: it is kept, and said to be withdrawn.
alter table probes.incident
  add column withdrawn_at timestamptz,
  add constraint incident_is_over_when_withdrawn check (withdrawn_at is null or ended_at is not null);
