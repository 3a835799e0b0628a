-- Tokens by which programs write: what each may do, never the token itself.

create schema accounts;

create table accounts.token (
  id text primary key,
  -- SHA-256 of the secret, which is 256 random bits: nothing slower is needed.
  hash bytea not null,
  -- What it allows, and on what: 'usage' on a dataset, 'vantage' on a point of measure.
  scope text not null,
  target text not null,
  label text not null,
  author text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  revoked_because text,
  constraint token_id_is_ten_characters check (id ~ '^[a-z0-9]{10}$'),
  constraint token_hash_is_sha_256 check (octet_length(hash) = 32),
  constraint token_scope_is_known check (scope in ('usage', 'vantage')),
  constraint token_is_revoked_by_someone_with_a_reason check (num_nulls(revoked_at, revoked_by, revoked_because) in (0, 3))
);
create index token_by_target on accounts.token (scope, target);
