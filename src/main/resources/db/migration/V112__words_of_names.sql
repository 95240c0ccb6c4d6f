-- The words of names one by one. A list of all who have a common name is as long as the name is common, and the index of
-- name_words collects it before the first row is shown; of this one only the newest are read (docs/search-plans.md).
create table ics.name_word (
  word           text not null,
  case_reference text not null references ics.person (case_reference) on delete cascade,
  primary key (word, case_reference)
);

create function ics.keep_name_words() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'UPDATE' then
    delete from ics.name_word where case_reference = new.case_reference and word <> all (new.name_words);
  end if;
  insert into ics.name_word (word, case_reference)
  select word, new.case_reference from unnest(new.name_words) as word
  on conflict do nothing;
  return null;
end;
$$;

-- For the delete above.
create index name_word_of_case on ics.name_word (case_reference);

create trigger name_words_as_written after insert on ics.person
  for each row execute function ics.keep_name_words();
create trigger name_words_corrected after update on ics.person
  for each row when (old.name_words is distinct from new.name_words) execute function ics.keep_name_words();

insert into ics.name_word (word, case_reference)
select word, case_reference from ics.person, unnest(name_words) as word;
