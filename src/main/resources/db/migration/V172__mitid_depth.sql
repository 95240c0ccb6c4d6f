-- MitID: documents for the level, guardian, the witness' age, the chip, coming again, refusal as a decision.
alter table ics.mitid
  add column mit_id_document text check (mit_id_document in
    ('foreignPassport', 'foreignIdentityCard', 'danishPassport', 'danishDrivingLicence', 'residencePermitWithCpr',
     'residencePermit', 'foreignMinistryId', 'municipalIdCard')),
  add column guardian_consent text check (guardian_consent in ('met', 'notMet')),
  add column witness_birth_date date,
  add column mit_id_return_on date,
  add column mit_id_return_note text,
  add column mit_id_complaint_guidance text check (mit_id_complaint_guidance in ('given', 'notGiven')),
  drop constraint mitid_authenticator_check,
  add constraint mitid_authenticator_check check (authenticator in ('app', 'chip', 'codeDisplay', 'codeReader')),
  drop constraint mitid_mit_id_supporting_document_check,
  add constraint mitid_mit_id_supporting_document_check check (mit_id_supporting_document in
    ('residenceCertificate', 'healthCard', 'specialHealthCard', 'residencePermit', 'none'));
-- How often somebody was a witness is counted from the cases themselves.
create index mitid_witness on ics.mitid (witness_birth_date) where witness_birth_date is not null;
