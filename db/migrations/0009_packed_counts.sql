-- Counts are packed: a page of a procedure is made of one row a month, a view of many of one row a year. What was counted
-- so far stays in feedback.daily, and is packed by the server within an hour.

drop table feedback.monthly, feedback.monthly_satisfaction;

-- What answers changed since their counts were last packed: added to what is packed, so that it may be negative.
alter table feedback.daily drop constraint daily_is_no_debt;

-- The packed counts of a month: a list of [question, version, button, channel, ending, grade, [n of each day]]. Text that the
-- store never looks into: as jsonb, what a page reads would be four to six times as long to write out.
create table feedback.packed_month (
  subject_id bigint not null,
  month date not null,
  cells json not null,
  constraint packed_month_is_packed_once primary key (subject_id, month),
  constraint packed_month_is_a_month check (extract(day from month) = 1)
  -- In its own block as long as it fits in one: beside the table, each row would be three reads of the disk.
) with (toast_tuple_target = 8160);

-- The same of one question, without buttons, channels, endings nor versions: a list of [grade, [n of each month]].
create table feedback.packed_year (
  subject_id bigint not null,
  year integer not null,
  question text not null,
  grades json not null,
  constraint packed_year_is_packed_once primary key (subject_id, year, question)
);
