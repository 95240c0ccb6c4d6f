-- The written procedures of the identity control with their uniform minimum requirements
-- (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 1), from which day each is in force and who put it there. Rows are
-- only added: which procedure a control of last year followed can be read as it was.
create table ics.procedure (
  number            bigint generated always as identity primary key,
  version           text not null unique check (version ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$'),
  title             text not null,
  changes           text not null,
  -- The version of the decision minimumRequirements it follows; null: the six fixed requirements of the first version.
  decision_version  integer check (decision_version > 0),
  valid_from        date not null,
  -- Null for what was in force when this register came.
  put_in_force_by   text,
  put_in_force_at   timestamptz,
  check ((put_in_force_by is null) = (put_in_force_at is null)),
  constraint procedure_not_back_in_time check
    (put_in_force_at is null or valid_from >= (put_in_force_at at time zone 'Europe/Copenhagen')::date),
  constraint procedure_by_somebody_follows_a_decision check (put_in_force_by is null or decision_version is not null)
);
revoke update, delete on ics.procedure from ${app};

-- Where controls have been made, what they followed stays in force until a supervisor puts something else there: a
-- release changes no procedure. A new installation begins with the requirements it brings.
insert into ics.procedure (version, title, changes, decision_version, valid_from)
select procedure_version, 'Identitetskontrol', 'Gældende, da registret over forretningsgange blev indført.', null,
  (min(controlled_at) at time zone 'Europe/Copenhagen')::date
from ics.identity where procedure_version is not null
group by procedure_version order by max(controlled_at);

insert into ics.procedure (version, title, changes, decision_version, valid_from)
select '2026-1', 'Identitetskontrol', 'Første forretningsgang.',
  case when exists (select 1 from ics.case_file) then null else 1 end,
  -- The day on which the rules came into force.
  date '2023-01-01'
where not exists (select 1 from ics.procedure);
