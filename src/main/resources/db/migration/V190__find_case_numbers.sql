-- Numbers by which a case is found that the capabilities keep; continues V110.
alter table ics.residence
  add column document_key text generated always as (ics.document_key(residence_document_number)) stored;
create index residence_document on ics.residence (document_key) where document_key is not null;
create index registration_existing_number on ics.registration (existing_number) where existing_number is not null;
