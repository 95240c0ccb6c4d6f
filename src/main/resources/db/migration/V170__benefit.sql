-- Unemployment benefit brought from another country (PD U2): what stands on the form, and its registration.
create table ics.benefit (
  case_reference            text primary key references ics.case_file (reference),
  u2_pin                    text,
  u2_birth_name             text,
  u2_from                   date,
  u2_period_end             text check (u2_period_end in ('untilDate', 'maxDays')),
  u2_until                  date,
  u2_max_days               integer check (u2_max_days > 0),
  u2_register_by            date,
  u2_additional_information text,
  u2_institution            text,
  u2_institution_country    text check (u2_institution_country ~ '^[A-Z]{3}$'),
  benefit_registered_on     date,
  jobnet_cv_told            text check (jobnet_cv_told in ('met', 'notMet')),
  obligations_told          text check (obligations_told in ('met', 'notMet')),
  institution_told          text check (institution_told in ('met', 'notMet')),
  benefit_refusal_reason    text,
  benefit_decision          text check (benefit_decision in ('registered', 'notRegistered')),
  benefit_decided_by        text,
  benefit_decided_at        timestamptz,
  constraint decision_is_signed check
    (benefit_decision is null or (benefit_decided_by is not null and benefit_decided_at is not null)),
  constraint registration_is_whole check
    (benefit_decision is distinct from 'registered'
      or coalesce(u2_from is not null and u2_register_by is not null and benefit_registered_on is not null
        and u2_institution is not null and (u2_until is not null or u2_max_days is not null)
        and jobnet_cv_told = 'met' and obligations_told = 'met' and institution_told = 'met', false)),
  constraint refusal_has_reasons check
    (benefit_decision is distinct from 'notRegistered' or benefit_refusal_reason is not null)
);
