-- The simulated authorities' own books. Nothing here belongs to the intake; demo and tests only.
create schema if not exists simulator;
grant usage on schema simulator to ${app};
alter default privileges in schema simulator grant select, insert, update, delete, truncate on tables to ${app};
alter default privileges in schema simulator grant usage, select on sequences to ${app};

create table simulator.arrival (
  id              bigint generated always as identity primary key,
  authority       text not null,
  operation       text not null,
  idempotency_key text,
  body            jsonb not null,
  arrived_at      timestamptz not null
);
create index arrival_key on simulator.arrival (idempotency_key);

-- What a key was answered with: the same key gets the same answer.
create table simulator.answer (
  authority       text not null,
  operation       text not null,
  idempotency_key text not null,
  status          integer not null,
  body            jsonb not null,
  answered_at     timestamptz not null,
  primary key (authority, operation, idempotency_key)
);

create table simulator.person (
  personal_number  text primary key,
  previous_numbers text[] not null default '{}',
  family_name      text not null,
  given_names      text not null,
  birth_date       date not null,
  document_state   text,
  document_number  text,
  resident         boolean not null
);
create index person_document on simulator.person (document_state, document_number);
create index person_birth_date on simulator.person (birth_date);

create table simulator.practice (
  code         text primary key,
  municipality text not null,
  name         text not null,
  address      text not null,
  open         boolean not null
);
create index practice_municipality on simulator.practice (municipality);

-- What an authority has issued: at most one of a kind for each key, no number twice.
create table simulator.issue (
  kind            text not null,
  idempotency_key text not null,
  number          text not null,
  issued_on       date not null,
  primary key (kind, idempotency_key),
  unique (kind, number)
);
create sequence simulator.issue_number start 1000001;
