-- The case file: cases, their person, documents, journal, deadlines and unfinished forms.
-- Times come from the application's clock, never from the database's.

-- One source of numbers a year: the role that the application runs as cannot create sequences.
do $$
begin
  for year in 2020..2099 loop
    execute format('create sequence ics.case_number_%s', year);
  end loop;
end
$$;

create table ics.case_file (
  reference    text primary key check (reference ~ '^20[0-9]{2}-[0-9]{6,9}$'),
  municipality text not null check (municipality ~ '^[0-9]{4}$'),
  category     text not null,
  channel      text not null,
  status       text not null check (status in ('open', 'closed', 'moved')),
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  outcome      text,
  check ((status = 'closed') = (closed_at is not null))
);
create index case_file_open on ics.case_file (municipality, opened_at) where status = 'open';

-- The particulars of CPR-loven § 20, and what the other services need to know about the person.
create table ics.person (
  case_reference            text primary key references ics.case_file (reference),
  family_name               text,
  given_names               text,
  sex                       text,
  birth_date                date,
  birth_place               text,
  birth_country             text,
  citizenship               text,
  identity_document_type    text,
  identity_document_state   text,
  identity_document_number  text,
  identity_document_expiry  date,
  foreign_personal_number   text,
  danish_personal_number    text,
  previous_address          text,
  previous_country          text,
  arrival_date              date,
  planned_stay              text,
  planned_departure_date    date,
  address_line              text,
  postal_code               text,
  city                      text,
  co_name                   text,
  housing_basis             text,
  housing_from              date,
  marital_status            text,
  marital_status_date       date,
  marital_status_authority  text,
  church_member             boolean,
  relatives                 jsonb,
  email                     text,
  phone                     text,
  language                  text,
  employer                  text,
  job_start                 date,
  weekly_hours              numeric,
  wants_tax_card            boolean,
  wants_mit_id              boolean,
  holds_residence_document  boolean,
  -- A document's number as it is compared: letters and digits only, so that blanks and dashes make no difference.
  identity_document_key     text generated always as
    (upper(regexp_replace(identity_document_number, '[^[:alnum:]]', '', 'g'))) stored
);
create index person_identity_document on ics.person (identity_document_state, identity_document_key);
create index person_name on ics.person (lower(family_name), lower(given_names));

-- A paper of the case: an uploaded file, or a paper that was only seen (then without content).
create table ics.document (
  id               uuid primary key,
  case_reference   text not null references ics.case_file (reference),
  type_code        text not null,
  file_name        text,
  content_type     text check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content          bytea,
  size             integer,
  sha256           text,
  received_on      date not null,
  seen_in_original boolean not null,
  source           text not null,
  recorded_at      timestamptz not null,
  recorded_by      text not null,
  check ((content is null) = (sha256 is null)),
  check ((content is null) = (size is null)),
  check ((content is null) = (content_type is null))
);
create index document_of_case on ics.document (case_reference, recorded_at);

create table ics.journal (
  id             bigint generated always as identity primary key,
  case_reference text not null references ics.case_file (reference),
  at             timestamptz not null,
  user_id        text not null,
  act_code       text not null,
  outcome        text,
  description    text not null,
  changed_keys   text[] not null
);
create index journal_of_case on ics.journal (case_reference, id);

create table ics.deadline (
  case_reference text not null references ics.case_file (reference),
  code           text not null,
  due            date not null,
  met_at         timestamptz,
  primary key (case_reference, code)
);
create index deadline_open on ics.deadline (due) where met_at is null;

-- What a caseworker has typed into a form and not yet submitted; the task's and the user's own. json keeps it as it
-- was typed; jsonb would refuse some of it.
create table ics.draft (
  task_id  text not null,
  user_id  text not null,
  content  json not null,
  saved_at timestamptz not null,
  primary key (task_id, user_id)
);

-- The values a user saw when the form opened: what a submission is compared with to find conflicts.
create table ics.form_opening (
  task_id   text not null,
  user_id   text not null,
  content   json not null,
  opened_at timestamptz not null,
  primary key (task_id, user_id)
);

-- Applications as they were received; the persons of one application are tied by it. Keys are the senders' own words,
-- so only their hash is kept. A key may come before its application within one transaction, hence no foreign key.
create table ics.application (
  id              uuid primary key,
  content_sha256  text not null unique,
  received_at     timestamptz not null
);
create table ics.application_key (
  key_sha256      text primary key,
  content_sha256  text not null
);
create table ics.application_case (
  application_id uuid not null references ics.application (id),
  position       integer not null,
  case_reference text not null unique references ics.case_file (reference),
  primary key (application_id, position)
);
