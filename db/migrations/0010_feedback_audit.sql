-- Who took which reviews out of quarantine, and who erased which comments: why, and when. Never what they said.

create table feedback.release (
  id bigint generated always as identity primary key,
  subject_id bigint not null,
  button_id text not null,
  -- The days of the reviews, and how many they were.
  from_on date not null,
  to_on date not null,
  reviews integer not null,
  author text not null,
  reason text not null,
  released_at timestamptz not null,
  constraint release_is_signed check (author ~ '\S'),
  constraint release_says_why check (reason ~ '\S')
);

create table feedback.erasure (
  id bigint generated always as identity primary key,
  subject_id bigint not null,
  review_id uuid not null,
  author text not null,
  reason text not null,
  erased_at timestamptz not null,
  constraint erasure_is_signed check (author ~ '\S'),
  constraint erasure_says_why check (reason ~ '\S')
);
-- An import of earlier reviews asks which of its reviews have a comment that is not to come back.
create index erasure_by_review on feedback.erasure (subject_id, review_id);
