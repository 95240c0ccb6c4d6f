-- MitID: how identity was proven before anything was created, and what came of it.
create table ics.mitid (
  case_reference             text primary key references ics.case_file (reference),
  mit_id_proofing            text check (mit_id_proofing in ('chipScan', 'witness', 'questions')),
  mit_id_supporting_document text check
    (mit_id_supporting_document in ('residenceCertificate', 'healthCard', 'residencePermit', 'none')),
  mit_id_level               text check (mit_id_level in ('substantial', 'high')),
  authenticator              text check (authenticator in ('app', 'codeDisplay', 'codeReader')),
  witness_name               text,
  witness_document           text check (witness_document in ('passport', 'drivingLicence', 'identityCard')),
  witness_adult              text check (witness_adult in ('met', 'notMet')),
  witness_mit_id_days        integer check (witness_mit_id_days >= 0),
  witness_times              integer check (witness_times >= 0),
  mit_id_postpone_reason     text,
  mit_id_refusal_reason      text,
  mit_id_decision            text check (mit_id_decision in ('create', 'postpone', 'refuse')),
  mit_id_verified_by         text,
  mit_id_verified_at         timestamptz,
  mit_id_number              text,
  mit_id_rejection           text,
  mit_id_created_at          timestamptz,
  constraint decision_is_signed check
    (mit_id_decision is null or (mit_id_verified_by is not null and mit_id_verified_at is not null)),
  constraint creation_is_proven check
    (mit_id_decision is distinct from 'create'
      or (mit_id_proofing is not null and mit_id_level is not null and authenticator is not null)),
  constraint witness_is_named check
    (mit_id_decision is distinct from 'create' or mit_id_proofing is distinct from 'witness'
      or coalesce(witness_name is not null and witness_adult = 'met', false)),
  constraint refusal_has_reasons check
    (mit_id_decision is distinct from 'refuse' or mit_id_refusal_reason is not null),
  constraint created_after_decision check
    (mit_id_created_at is null or coalesce(mit_id_decision = 'create', false))
);
