-- Supervision of the identity controls (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 3; docs/adr/0059-supervision.md).
-- Rows are only added: what was drawn, found and followed up can be read as it was.

-- One sample of the controls of a period. Whoever has the seed draws the same sample again: see ADR 59.
create table ics.supervision (
  number         bigint generated always as identity primary key,
  period_from    date not null,
  -- The last day is in the period.
  period_to      date not null,
  seed           text not null check (seed ~ '^[0-9a-f]{64}$'),
  -- Whether whoever started it gave the seed; otherwise it is drawn.
  seed_given     boolean not null,
  -- The deployed version of the decision supervisionSample.
  sample_version integer not null check (sample_version > 0),
  population     integer not null check (population >= 0),
  -- Null: the timer.
  started_by     text,
  drawn_at       timestamptz not null,
  constraint supervision_period check (period_from <= period_to),
  constraint supervision_of_what_is_done check (period_to <= (drawn_at at time zone 'Europe/Copenhagen')::date),
  constraint seed_by_somebody check (not seed_given or started_by is not null)
);

-- The controls of one employee in one municipality, and how many of those that are no risk were to be drawn.
create table ics.supervision_stratum (
  supervision   bigint not null references ics.supervision (number),
  municipality  text not null,
  controlled_by text not null,
  controls      integer not null check (controls > 0),
  risks         integer not null check (risks between 0 and controls),
  sample_size   integer not null check (sample_size between 0 and controls - risks),
  primary key (supervision, municipality, controlled_by)
);

create table ics.supervision_item (
  supervision    bigint not null references ics.supervision (number),
  item_no        integer not null check (item_no > 0),
  case_reference text not null,
  control_no     integer not null,
  municipality   text not null,
  controlled_by  text not null,
  reason         text not null check (reason in ('random', 'risk')),
  risks          text[] not null,
  primary key (supervision, item_no),
  unique (supervision, case_reference, control_no),
  unique (supervision, item_no, case_reference),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no),
  foreign key (supervision, municipality, controlled_by) references ics.supervision_stratum,
  constraint risk_is_named check ((reason = 'risk') = (cardinality(risks) > 0)),
  constraint known_risks check (risks <@ array['override', 'photo', 'doubt', 'notRelevant'])
);
create index supervision_item_of_case on ics.supervision_item (case_reference);

create table ics.supervision_review (
  supervision bigint not null,
  item_no     integer not null,
  reviewed_by text not null,
  reviewed_at timestamptz not null,
  finding     text not null check (finding in ('none', 'remark', 'error')),
  text        text,
  primary key (supervision, item_no),
  foreign key (supervision, item_no) references ics.supervision_item (supervision, item_no),
  constraint finding_is_worded check (finding = 'none' or text is not null)
);

create table ics.supervision_follow_up (
  supervision bigint not null,
  item_no     integer not null,
  kind        text not null check (kind in ('recontrol', 'training')),
  employee    text,
  course      text,
  due         date not null,
  ordered_by  text not null,
  ordered_at  timestamptz not null,
  primary key (supervision, item_no, kind),
  foreign key (supervision, item_no) references ics.supervision_review (supervision, item_no),
  constraint training_is_of_somebody check ((kind = 'training') = (employee is not null and course is not null)),
  constraint recontrol_is_of_nobody check (kind = 'training' or (employee is null and course is null)),
  constraint due_after_order check (due >= (ordered_at at time zone 'Europe/Copenhagen')::date)
);

-- A control made because of a finding, or why none could be made. It changes nothing in the case: ics.identity goes on
-- pointing to its own control.
create table ics.supervision_recontrol (
  supervision       bigint not null,
  item_no           integer not null,
  case_reference    text not null,
  control_no        integer,
  impossible_reason text,
  doubt_reason      text,
  note              text,
  made_by           text not null,
  made_at           timestamptz not null,
  primary key (supervision, item_no),
  unique (case_reference, control_no),
  unique (supervision, item_no, control_no),
  foreign key (supervision, item_no, case_reference)
    references ics.supervision_item (supervision, item_no, case_reference),
  foreign key (case_reference, control_no) references ics.control (case_reference, control_no),
  constraint made_or_impossible check ((control_no is null) = (impossible_reason is not null))
);

create table ics.supervision_follow_up_end (
  supervision bigint not null,
  item_no     integer not null,
  kind        text not null,
  -- done, or lapsed: it can no longer be done, and the text says why.
  result      text not null check (result in ('done', 'lapsed')),
  control_no  integer,
  training_id uuid references ics.training (id),
  text        text,
  ended_by    text not null,
  ended_at    timestamptz not null,
  primary key (supervision, item_no, kind),
  foreign key (supervision, item_no, kind) references ics.supervision_follow_up (supervision, item_no, kind),
  foreign key (supervision, item_no, control_no) references ics.supervision_recontrol (supervision, item_no, control_no),
  constraint done_by_a_control check ((control_no is not null) = (kind = 'recontrol' and result = 'done')),
  constraint done_by_a_course check ((training_id is not null) = (kind = 'training' and result = 'done')),
  constraint lapse_has_reason check (result = 'done' or text is not null)
);

create table ics.supervision_end (
  supervision bigint primary key references ics.supervision (number),
  ended_at    timestamptz not null
);

revoke update, delete on ics.supervision, ics.supervision_stratum, ics.supervision_item, ics.supervision_review,
  ics.supervision_follow_up, ics.supervision_recontrol, ics.supervision_follow_up_end, ics.supervision_end from ${app};

-- Everybody who had a part in controlling the identity of a case, whatever their role was then or is now: who made a
-- control, looked at the doubt, asked NIDC or recorded its answer, heard the citizen, or decided.
create function ics.acted_in_control(of_case text, except_control integer) returns setof text language sql stable as $$
  select controlled_by from ics.control
  where case_reference = of_case and control_no is distinct from except_control
  union
  select actor from ics.identity, unnest(array[controlled_by, examined_by, heard_by, identity_decided_by]) actor
  where case_reference = of_case and actor is not null
  union
  select actor from ics.nidc, unnest(array[nidc_asked_by, nidc_recorded_by]) actor
  where case_reference = of_case and actor is not null
  union
  select user_id from ics.journal
  where case_reference = of_case and act_code in ('controlIdentity', 'examineDoubt', 'sendToNidc', 'followUpNidc',
    'recordNidcAnswer', 'hearParty', 'recordHearingAnswer', 'decideRefusal')
$$;

-- Whoever supervises a control had no part in it (§ 1 stk. 7 no. 3).
create function ics.supervised_by_another() returns trigger language plpgsql as $$
declare
  supervisor text := coalesce(to_jsonb(new)->>'reviewed_by', to_jsonb(new)->>'ordered_by', to_jsonb(new)->>'ended_by');
begin
  if exists (
    select from ics.supervision_item item, ics.acted_in_control(item.case_reference, null) actor
    where item.supervision = new.supervision and item.item_no = new.item_no and actor = supervisor) then
    raise exception using errcode = 'check_violation', constraint = 'supervised_by_another',
      message = 'A control is supervised by somebody who had a part in it';
  end if;
  return null;
end
$$;
create trigger supervised_by_another after insert on ics.supervision_review
  for each row execute function ics.supervised_by_another();
create trigger supervised_by_another after insert on ics.supervision_follow_up
  for each row execute function ics.supervised_by_another();
create trigger supervised_by_another after insert on ics.supervision_follow_up_end
  for each row execute function ics.supervised_by_another();

-- Whoever controls anew had no part in the control before; it follows a finding that asked for it.
create function ics.recontrolled_by_another() returns trigger language plpgsql as $$
begin
  if exists (
    select from ics.acted_in_control(new.case_reference, coalesce(new.control_no, 0)) actor where actor = new.made_by)
    or exists (
      select from ics.control made
      where made.case_reference = new.case_reference and made.control_no = new.control_no
        and made.controlled_by <> new.made_by) then
    raise exception using errcode = 'check_violation', constraint = 'recontrolled_by_another',
      message = 'An identity is controlled anew by somebody who had a part in its control';
  end if;
  if not exists (
    select from ics.supervision_follow_up follow_up
    where follow_up.supervision = new.supervision and follow_up.item_no = new.item_no
      and follow_up.kind = 'recontrol' and new.made_at >= follow_up.ordered_at) then
    raise exception using errcode = 'check_violation', constraint = 'recontrol_follows_finding',
      message = 'A control anew follows no finding';
  end if;
  return null;
end
$$;
create trigger recontrolled_by_another after insert on ics.supervision_recontrol
  for each row execute function ics.recontrolled_by_another();

-- The training that ends a finding is the employee's, of that course, and came after it.
create function ics.training_follows_finding() returns trigger language plpgsql as $$
begin
  if new.training_id is not null and not exists (
    select from ics.training held, ics.supervision_follow_up follow_up
    where held.id = new.training_id and follow_up.supervision = new.supervision
      and follow_up.item_no = new.item_no and follow_up.kind = new.kind
      and held.user_id = follow_up.employee and held.course = follow_up.course
      and held.recorded_at >= follow_up.ordered_at
      and held.completed_on >= (follow_up.ordered_at at time zone 'Europe/Copenhagen')::date
      and not exists (select from ics.training_revocation revoked where revoked.training_id = held.id)) then
    raise exception using errcode = 'check_violation', constraint = 'training_follows_finding',
      message = 'A training does not follow the finding it ends';
  end if;
  return null;
end
$$;
create trigger training_follows_finding after insert on ics.supervision_follow_up_end
  for each row execute function ics.training_follows_finding();

-- A finding that is an error is followed up, and nothing else than a finding is.
create function ics.review_is_followed_up() returns trigger language plpgsql as $$
declare
  ordered integer := (select count(*) from ics.supervision_follow_up follow_up
    where follow_up.supervision = new.supervision and follow_up.item_no = new.item_no);
  found text := (select finding from ics.supervision_review review
    where review.supervision = new.supervision and review.item_no = new.item_no);
begin
  if (found = 'error' and ordered = 0) or (found = 'none' and ordered > 0) then
    raise exception using errcode = 'check_violation', constraint = 'review_is_followed_up',
      message = 'An error is not followed up, or something is that was no finding';
  end if;
  return null;
end
$$;
create constraint trigger review_is_followed_up after insert on ics.supervision_review
  deferrable initially deferred for each row execute function ics.review_is_followed_up();
create constraint trigger review_is_followed_up after insert on ics.supervision_follow_up
  deferrable initially deferred for each row execute function ics.review_is_followed_up();

-- The sample is what its strata say, and all of it is there at once.
create function ics.sample_is_whole() returns trigger language plpgsql as $$
begin
  if new.population <> (select coalesce(sum(controls), 0) from ics.supervision_stratum where supervision = new.number)
    or exists (
      select from ics.supervision_stratum stratum
      where stratum.supervision = new.number
        and not exists (
          select from ics.supervision_item item
          where item.supervision = new.number and item.municipality = stratum.municipality
            and item.controlled_by = stratum.controlled_by
          having count(*) filter (where reason = 'random') = stratum.sample_size
            and count(*) filter (where reason = 'risk') = stratum.risks)) then
    raise exception using errcode = 'check_violation', constraint = 'sample_is_whole',
      message = 'A sample is not what its strata say';
  end if;
  return null;
end
$$;
create constraint trigger sample_is_whole after insert on ics.supervision
  deferrable initially deferred for each row execute function ics.sample_is_whole();

-- A supervision ends when every item is reviewed and every follow-up ended.
create function ics.supervision_is_over() returns trigger language plpgsql as $$
begin
  if exists (
      select from ics.supervision_item item
      where item.supervision = new.supervision and not exists (
        select from ics.supervision_review review
        where review.supervision = item.supervision and review.item_no = item.item_no))
    or exists (
      select from ics.supervision_follow_up ordered
      where ordered.supervision = new.supervision and not exists (
        select from ics.supervision_follow_up_end done
        where done.supervision = ordered.supervision and done.item_no = ordered.item_no
          and done.kind = ordered.kind)) then
    raise exception using errcode = 'check_violation', constraint = 'supervision_is_over',
      message = 'A supervision ends while something of it is open';
  end if;
  return null;
end
$$;
create trigger supervision_is_over after insert on ics.supervision_end
  for each row execute function ics.supervision_is_over();
