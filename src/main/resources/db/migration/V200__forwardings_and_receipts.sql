-- What goes to other authorities. No foreign key to the case: a row is opened in a transaction of its own, and the key's
-- lock on the case row would wait for the very transaction that opens it.
create table ics.forwarding (
  id                  uuid primary key,
  case_reference      text not null,
  authority           text not null,
  step                text not null,
  attempt             integer not null check (attempt > 0),
  idempotency_key     text not null unique,
  process_instance_id text not null,
  state               text not null check (state in ('prepared', 'sent', 'waiting', 'answered')),
  prepared_at         timestamptz not null,
  sent_at             timestamptz,
  answered_at         timestamptz,
  due                 date,
  unique (case_reference, step, attempt)
);

-- What comes back, kept before it is applied. A receipt may be early, late, doubled or about nothing we know.
create table ics.receipt (
  id            bigint generated always as identity primary key,
  authority     text not null,
  receipt_id    text not null,
  forwarding_id uuid not null,
  kind          text not null check (kind in ('MODTAGET', 'AFLEVERET', 'ACCEPTERET', 'AFVIST', 'FEJLET')),
  payload       jsonb not null,
  received_at   timestamptz not null,
  applied_at    timestamptz,
  unique (authority, receipt_id)
);
create index receipt_forwarding on ics.receipt (forwarding_id);
create index receipt_unapplied on ics.receipt (id) where applied_at is null;

-- Letters to citizens: one row for each time the process came to the step.
create table ics.letter (
  case_reference text not null,
  step           text not null,
  number         integer not null check (number > 0),
  message_id     text not null unique,
  state          text not null check (state in ('prepared', 'mailed', 'passed')),
  prepared_at    timestamptz not null,
  mailed_at      timestamptz,
  primary key (case_reference, step, number)
);
