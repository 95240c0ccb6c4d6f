-- EU residence document: SIRI's decision and the document that registration depends on.
create table ics.residence (
  case_reference            text primary key references ics.case_file (reference),
  siri_note                 text,
  siri_decision             text check (siri_decision in ('granted', 'refused')),
  residence_document_number text,
  residence_ground          text check
    (residence_ground in ('worker', 'selfEmployed', 'student', 'sufficientMeans', 'familyMember')),
  residence_issued_on       date,
  residence_refusal_reason  text,
  residence_decision        text check (residence_decision in ('granted', 'refused')),
  residence_recorded_by     text,
  residence_recorded_at     timestamptz,
  constraint decision_is_signed check
    (residence_decision is null or (residence_recorded_by is not null and residence_recorded_at is not null)),
  constraint grant_has_document check
    (residence_decision is distinct from 'granted'
      or (residence_document_number is not null and residence_ground is not null and residence_issued_on is not null)),
  constraint refusal_has_reasons check
    (residence_decision is distinct from 'refused' or residence_refusal_reason is not null)
);
