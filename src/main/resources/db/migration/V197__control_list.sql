-- The list of controls (docs/adr/0120-the-list-of-controls.md): one row for each control with what it is filtered and
-- sorted by, also what comes later: how its doubt ended, whether it was supervised. Made by triggers from the tables that
-- are evidence; nobody writes it and nobody decides by it. Deleted, it can be filled again by the statement below.
create table ics.control_standing (
  case_reference    text not null,
  -- 0: a control of before they were kept one by one.
  control_no        integer not null,
  municipality      text not null,
  controlled_by     text not null,
  controlled_at     timestamptz not null,
  procedure_version text not null,
  photo             boolean not null,
  doubt             boolean not null,
  -- open: a doubt that nobody has decided; notCurrent: a doubt of a control that the case does not rest on.
  outcome           text not null check (outcome in ('approved', 'refused', 'open', 'notCurrent')),
  supervision       text not null check (supervision in ('none', 'drawn', 'reviewed')),
  primary key (case_reference, control_no)
);

-- The controls as they came, of one municipality, of one employee, ...: whatever is asked for is read in its order.
create index control_standing_at on ics.control_standing (controlled_at, case_reference, control_no);
create index control_standing_municipality
  on ics.control_standing (municipality, controlled_at, case_reference, control_no);
create index control_standing_by on ics.control_standing (controlled_by, controlled_at, case_reference, control_no);
create index control_standing_procedure
  on ics.control_standing (procedure_version, controlled_at, case_reference, control_no);
create index control_standing_outcome on ics.control_standing (outcome, controlled_at, case_reference, control_no);
create index control_standing_supervision
  on ics.control_standing (supervision, controlled_at, case_reference, control_no);
create index control_standing_photo on ics.control_standing (controlled_at, case_reference, control_no) where photo;
create index control_standing_doubt on ics.control_standing (controlled_at, case_reference, control_no) where doubt;
-- Who has made controls where: the choices of the filter.
create index control_standing_employees on ics.control_standing (municipality, controlled_by);

-- What came of the control that a case rests on.
create function ics.control_outcome(result text, examination text, decision text) returns text
  language sql immutable parallel safe
return case
  when decision is not null then decision
  when result = 'approved' or examination = 'approved' then 'approved'
  else 'open' end;

create function ics.list_control() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  insert into ics.control_standing (case_reference, control_no, municipality, controlled_by, controlled_at,
    procedure_version, photo, doubt, outcome, supervision)
  values (new.case_reference, new.control_no, new.municipality, new.controlled_by, new.controlled_at,
    new.procedure_version, new.presentation is not distinct from 'photo', new.result = 'doubt',
    -- The case rests on it as soon as ics.identity names it.
    case new.result when 'approved' then 'approved' else 'notCurrent' end, 'none');
  return null;
end
$$;
create trigger list_control after insert on ics.control for each row execute function ics.list_control();

create function ics.list_outcome() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.control_no, new.control_result, new.examination_result, new.identity_decision)
    is not distinct from (old.control_no, old.control_result, old.examination_result, old.identity_decision) then
    return null;
  end if;
  update ics.control_standing set outcome = 'notCurrent'
  where case_reference = new.case_reference and outcome = 'open'
    and (new.control_result is null or control_no <> coalesce(new.control_no, 0));
  update ics.control_standing
  set outcome = ics.control_outcome(new.control_result, new.examination_result, new.identity_decision)
  where case_reference = new.case_reference and control_no = coalesce(new.control_no, 0)
    and new.control_result is not null;
  return null;
end
$$;
create trigger list_outcome after insert or update on ics.identity
  for each row execute function ics.list_outcome();

create function ics.list_supervision() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if tg_table_name = 'supervision_item' then
    update ics.control_standing set supervision = 'drawn'
    where case_reference = new.case_reference and control_no = new.control_no and supervision = 'none';
  else
    update ics.control_standing standing set supervision = 'reviewed'
    from ics.supervision_item item
    where item.supervision = new.supervision and item.item_no = new.item_no
      and standing.case_reference = item.case_reference and standing.control_no = item.control_no;
  end if;
  return null;
end
$$;
create trigger list_supervision after insert on ics.supervision_item
  for each row execute function ics.list_supervision();
create trigger list_supervision after insert on ics.supervision_review
  for each row execute function ics.list_supervision();

-- Nobody but the triggers writes it.
revoke insert, update, delete, truncate on ics.control_standing from ${app};

insert into ics.control_standing
select c.case_reference, c.control_no, c.municipality, c.controlled_by, c.controlled_at, c.procedure_version,
  c.presentation is not distinct from 'photo', c.result = 'doubt',
  case
    when i.control_no = c.control_no and i.control_result is not null
      then ics.control_outcome(i.control_result, i.examination_result, i.identity_decision)
    when c.result = 'approved' then 'approved'
    else 'notCurrent' end,
  case
    when exists (
      select from ics.supervision_item item join ics.supervision_review review using (supervision, item_no)
      where item.case_reference = c.case_reference and item.control_no = c.control_no) then 'reviewed'
    when exists (
      select from ics.supervision_item item
      where item.case_reference = c.case_reference and item.control_no = c.control_no) then 'drawn'
    else 'none' end
from ics.control c left join ics.identity i on i.case_reference = c.case_reference
union all
select i.case_reference, 0, f.municipality, i.controlled_by, i.controlled_at, i.procedure_version, false,
  i.control_result = 'doubt', ics.control_outcome(i.control_result, i.examination_result, i.identity_decision), 'none'
from ics.identity i join ics.case_file f on f.reference = i.case_reference
where i.control_result is not null and i.control_no is null;

-- An export of the list is a look-up: who took it, for what, by which filters, and how many controls it holds.
alter table ics.case_access
  drop constraint case_access_act_check,
  add constraint case_access_act_check check
    (act in ('searched', 'opened', 'unmasked', 'pageShown', 'downloaded', 'recordShown', 'recordTaken', 'exported')),
  drop constraint case_access_names_a_case,
  add constraint case_access_names_a_case check ((act in ('searched', 'exported')) = (case_reference is null)),
  drop constraint case_access_check1,
  add constraint case_access_counts_hits check ((act in ('searched', 'exported')) = (hits is not null));
