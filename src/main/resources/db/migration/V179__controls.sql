-- Every first control of an identity with what it followed and what was answered. Rows are only added, so a second
-- control of the same case stands beside the first.
create table ics.control (
  case_reference         text not null references ics.case_file (reference),
  control_no             integer not null check (control_no > 0),
  municipality           text not null,
  controlled_by          text not null,
  controlled_at          timestamptz not null,
  procedure_version      text not null references ics.procedure (version),
  -- The version of the decision minimumRequirements that named the requirements; null: the six fixed ones.
  decision_version       integer,
  document_type          text,
  issuing_group          text,
  citizen_group          text,
  age_band               text,
  presentation           text check (presentation in ('original', 'photo')),
  photo_reason           text,
  difference_explanation text,
  requirements           text[] not null check (cardinality(requirements) > 0),
  result                 text not null check (result in ('approved', 'doubt')),
  primary key (case_reference, control_no),
  unique (case_reference, control_no, result),
  constraint photo_has_reason check (presentation is distinct from 'photo' or photo_reason is not null)
);
create index control_by on ics.control (controlled_by, controlled_at);
create index control_at on ics.control (controlled_at);

create table ics.control_requirement (
  case_reference text not null,
  control_no     integer not null,
  requirement    text not null,
  answer         text not null check (answer in ('met', 'notMet', 'notRelevant')),
  reason         text,
  primary key (case_reference, control_no, requirement),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no),
  constraint irrelevance_has_reason check (answer <> 'notRelevant' or reason is not null)
);

-- What the machine readable zone said and the application did not.
create table ics.control_difference (
  case_reference text not null,
  control_no     integer not null,
  field          text not null,
  zone           text not null,
  application    text not null,
  primary key (case_reference, control_no, field),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no)
);

-- The training that was valid when the control was made (§ 1 stk. 7 no. 2).
create table ics.control_training (
  case_reference text not null,
  control_no     integer not null,
  training_id    uuid not null references ics.training (id),
  course         text not null,
  completed_on   date not null,
  valid_until    date not null,
  primary key (case_reference, control_no, training_id),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no)
);
revoke update, delete on ics.control, ics.control_requirement, ics.control_difference, ics.control_training from ${app};

-- Whoever writes: no control with an unanswered requirement, no approval with one that is not met, with a difference
-- that nobody explained, or by somebody without training.
create function ics.control_is_whole() returns trigger language plpgsql as $$
begin
  if exists (
    select from unnest(new.requirements) asked
    left join ics.control_requirement given on given.case_reference = new.case_reference
      and given.control_no = new.control_no and given.requirement = asked
    where given.answer is null or (new.result = 'approved' and given.answer = 'notMet')) then
    raise exception using errcode = 'check_violation', constraint = 'control_answers_every_requirement',
      message = 'A control leaves a requirement unanswered, or approves although one is not met';
  end if;
  if new.result = 'approved' and new.difference_explanation is null and exists (
    select from ics.control_difference found
    where found.case_reference = new.case_reference and found.control_no = new.control_no) then
    raise exception using errcode = 'check_violation', constraint = 'control_explains_differences',
      message = 'A control approves with a difference that is not explained';
  end if;
  if not exists (
    select from ics.control_training held
    where held.case_reference = new.case_reference and held.control_no = new.control_no
      and held.valid_until >= (new.controlled_at at time zone 'Europe/Copenhagen')::date)
    and exists (
      select from (select distinct on (code) code, required_for from ics.course order by code, number desc) course
      where required_for = 'identityControl') then
    raise exception using errcode = 'check_violation', constraint = 'control_by_the_trained',
      message = 'A control was made without training';
  end if;
  return null;
end
$$;
create constraint trigger control_is_whole after insert on ics.control
  deferrable initially deferred for each row execute function ics.control_is_whole();

-- The case's last control. What was approved before this table came keeps to the old constraint.
alter table ics.identity
  add column control_no integer,
  add constraint control_is_kept foreign key (case_reference, control_no, control_result)
    references ics.control (case_reference, control_no, result),
  drop constraint approval_meets_requirements,
  add constraint approval_meets_requirements check
    (control_result is distinct from 'approved' or control_no is not null
      or coalesce(person_present = 'met' and original_presented = 'met' and document_genuine = 'met'
        and photo_matches = 'met' and details_match = 'met' and document_legible = 'met', false));
