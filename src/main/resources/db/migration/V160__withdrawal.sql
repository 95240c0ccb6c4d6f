-- Withdrawal of an application: until the number is issued all of it, afterwards what is left.
create table ics.withdrawal (
  case_reference         text primary key references ics.case_file (reference),
  withdrawn_by           text check (withdrawn_by in ('citizen', 'guardian', 'representative')),
  withdrawal_channel     text check (withdrawal_channel in ('phone', 'mail', 'letter', 'inPerson')),
  withdrawal_received_on date,
  withdrawal_note        text,
  withdrawal_stage       text check (withdrawal_stage in ('beforeNumber', 'afterNumber', 'tooLate')),
  withdrawal_decided_at  timestamptz,
  constraint decided_with_time check ((withdrawal_stage is null) = (withdrawal_decided_at is null))
);

-- The two cannot both be true, whichever came first: a number, and a case withdrawn before its number. Whoever writes
-- either holds the row of the case.
create function ics.no_number_for_a_withdrawn_case() returns trigger language plpgsql as $$
begin
  if exists (select 1 from ics.withdrawal w join ics.registration r using (case_reference)
             where case_reference = new.case_reference and w.withdrawal_stage = 'beforeNumber'
               and r.cpr_number is not null) then
    raise exception 'a case withdrawn before its number cannot have one' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger no_number_for_a_withdrawn_case after insert or update of withdrawal_stage on ics.withdrawal
  for each row execute function ics.no_number_for_a_withdrawn_case();
create constraint trigger no_number_for_a_withdrawn_case after insert or update of cpr_number on ics.registration
  for each row execute function ics.no_number_for_a_withdrawn_case();
