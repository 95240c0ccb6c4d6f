-- Visitation: what is missing, what was assessed, when the citizen was asked to come and came.
create table ics.visitation (
  case_reference    text primary key references ics.case_file (reference),
  missing_documents text,
  duplicate_reason  text,
  assessment        text check (assessment in ('accepted', 'documentsMissing', 'referred')),
  assessed_by       text,
  assessed_at       timestamptz,
  assessment_note   text,
  request_message   text,
  referred_to       text,
  referral_reason   text,
  documents_note    text,
  received_papers   jsonb,
  appointment_at    timestamptz,
  appointment_note  text,
  checked_in_at     timestamptz,
  attendance_note   text,
  called_up_at      timestamptz,
  desk              integer check (desk between 1 and 99),
  constraint assessed_by_someone check (assessment is null or (assessed_by is not null and assessed_at is not null)),
  constraint referral_has_reason check
    (assessment is distinct from 'referred' or (referred_to is not null and referral_reason is not null)),
  constraint called_up_after_check_in check (called_up_at is null or checked_in_at <= called_up_at)
);
create index visitation_appointment on ics.visitation (appointment_at) where checked_in_at is null;
