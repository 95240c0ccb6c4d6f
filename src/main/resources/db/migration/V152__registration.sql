-- Registration in CPR: the existing number, the decision, the number. No number without a decision to register.
create table ics.registration (
  case_reference              text primary key references ics.case_file (reference),
  existing_number             text check (existing_number ~ '^[0-9]{10}$'),
  existing_number_name        text,
  existing_number_address     text,
  existing_number_decision    text check (existing_number_decision in ('samePerson', 'otherPerson')),
  existing_number_reason      text,
  housing_proven              text check (housing_proven in ('met', 'notMet')),
  registration_date           date,
  registration_decision       text check (registration_decision in ('register', 'refuse')),
  registration_refusal_reason text,
  registration_decided_by     text,
  registration_decided_at     timestamptz,
  cpr_number                  text check (cpr_number ~ '^[0-9]{10}$'),
  cpr_rejection               text,
  registered_at               timestamptz,
  constraint decision_is_signed check
    (registration_decision is null
      or (registration_decided_by is not null and registration_decided_at is not null)),
  constraint registration_has_grounds check
    (registration_decision is distinct from 'register'
      or coalesce(housing_proven = 'met' and registration_date is not null, false)),
  constraint refusal_has_reasons check
    (registration_decision is distinct from 'refuse' or registration_refusal_reason is not null),
  constraint number_follows_decision check
    (cpr_number is null or coalesce(registration_decision = 'register', false)),
  constraint existing_number_is_reused check
    (cpr_number is null or existing_number_decision is distinct from 'samePerson' or cpr_number = existing_number)
);
create index registration_cpr_number on ics.registration (cpr_number) where cpr_number is not null;
