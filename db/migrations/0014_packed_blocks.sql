-- The counts of a year are packed for several subjects at once: a view of the whole country is read from some hundreds of
-- rows, of any number of reviews.

alter table feedback.packed_year rename to packed_year_of_subject;

-- One question, over a year: a list of [subject, [grade, [n of each month]]…] by grade, of the subjects of a block, which are
-- those whose id is that number when divided by 16. Text that the store never looks into, as feedback.packed_month.
create table feedback.packed_year (
  question text not null,
  year integer not null,
  block bigint not null,
  subjects json not null,
  constraint packed_block_is_packed_once primary key (question, year, block)
);

insert into feedback.packed_year (question, year, block, subjects)
select question, year, subject_id / 16, json_agg(json_build_array(subject_id, grades) order by subject_id)
from feedback.packed_year_of_subject group by 1, 2, 3;

drop table feedback.packed_year_of_subject;
