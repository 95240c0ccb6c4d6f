-- Which controls lack something of what they had to hold: a minimum requirement has no answer, or the identity was approved
-- although one is not met (docs/adr/0120-the-list-of-controls.md). ics.control_is_whole lets no such control in, so they are
-- few: what was changed past the application. The list of controls finds them here instead of reading every control; the
-- compliance report reads the controls themselves.
create table ics.control_lacking (
  case_reference text not null,
  control_no     integer not null,
  primary key (case_reference, control_no),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no) on delete cascade
);

-- What an answer does to its control. One that is added can only make whole what stands here already.
create function ics.control_lacks(reference text, number integer) returns boolean
  language sql stable set search_path = pg_catalog
return exists (
  select from ics.control c cross join unnest(c.requirements) asked
  left join ics.control_requirement given on given.case_reference = c.case_reference
    and given.control_no = c.control_no and given.requirement = asked
  where c.case_reference = reference and c.control_no = number
    and (given.answer is null or (c.result = 'approved' and given.answer = 'notMet')));

create function ics.list_lacking() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
declare
  touched record;
begin
  if tg_op = 'DELETE' then
    touched := old;
  else
    touched := new;
  end if;
  if tg_op = 'INSERT' and not exists (
    select from ics.control_lacking
    where case_reference = touched.case_reference and control_no = touched.control_no) then
    return null;
  end if;
  if ics.control_lacks(touched.case_reference, touched.control_no) then
    insert into ics.control_lacking values (touched.case_reference, touched.control_no) on conflict do nothing;
  else
    delete from ics.control_lacking
    where case_reference = touched.case_reference and control_no = touched.control_no;
  end if;
  return null;
end
$$;
create trigger list_lacking after insert or update or delete on ics.control_requirement
  for each row execute function ics.list_lacking();
create trigger list_lacking after update on ics.control
  for each row execute function ics.list_lacking();

revoke insert, update, delete, truncate on ics.control_lacking from ${app};

insert into ics.control_lacking
select case_reference, control_no from ics.control where ics.control_lacks(case_reference, control_no);
