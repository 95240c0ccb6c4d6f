-- The correction under way: what shall stand instead of what is registered, and who says so.
create table ics.correction_request (
  case_reference               text primary key references ics.case_file (reference),
  correction_kind              text check (correction_kind in
                                 ('identity', 'civilStatus', 'address', 'contact', 'employment')),
  correction_reason            text,
  new_family_name              text,
  new_given_names              text,
  new_sex                      text,
  new_birth_date               date,
  new_citizenship              text,
  new_identity_document_type   text,
  new_identity_document_state  text,
  new_identity_document_number text,
  new_identity_document_expiry date,
  new_marital_status           text,
  new_marital_status_date      date,
  new_marital_status_authority text,
  new_address_line             text,
  new_postal_code              text,
  new_city                     text,
  new_co_name                  text,
  new_email                    text,
  new_phone                    text,
  new_employer                 text,
  new_job_start                date,
  correction_evidence          text,
  correction_refusal_reason    text,
  corrected_by                 text,
  correction_approval_note     text,
  correction_approved_by       text
);

-- What was corrected, one row a field. Who the citizen is takes two people.
create table ics.correction (
  id             bigint generated always as identity primary key,
  case_reference text not null references ics.case_file (reference),
  field          text not null,
  before         text,
  after          text,
  needs_second   boolean not null,
  reason         text not null,
  corrected_by   text not null,
  approved_by    text,
  corrected_at   timestamptz not null,
  constraint two_people check (not needs_second or coalesce(approved_by <> corrected_by, false)),
  constraint identity_needs_second check (needs_second or field not in ('familyName', 'givenNames', 'sex',
    'birthDate', 'citizenship', 'identityDocumentType', 'identityDocumentState', 'identityDocumentNumber',
    'identityDocumentExpiry')),
  constraint something_changed check (before is distinct from after)
);
create index correction_of_case on ics.correction (case_reference, id);
-- What stood before stays.
revoke update, delete on ics.correction from ${app};
