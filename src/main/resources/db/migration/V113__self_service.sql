-- Applications that citizens have begun at home. Whoever has the secret has the draft; only its hash is kept. After
-- sending nothing is left but that it was sent, so that a button pressed twice meets the same receipt.
create table ics.application_draft (
  id            uuid primary key,
  secret_sha256 text not null unique,
  language      text not null,
  content       json,
  saved_at      timestamptz not null,
  expires_at    timestamptz not null,
  sent_at       timestamptz,
  mails         integer not null default 0,
  constraint sent_without_content check ((content is null) = (sent_at is not null))
);
create index application_draft_expiry on ics.application_draft (expires_at);

create table ics.application_draft_file (
  id           uuid primary key,
  draft_id     uuid not null references ics.application_draft (id) on delete cascade,
  person       integer not null,
  type_code    text not null,
  file_name    text not null,
  content_type text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content      bytea not null,
  size         integer not null
);
create index application_draft_file_of_draft on ics.application_draft_file (draft_id);

-- What opens the status page of an application. A lost link is replaced by a further one.
create table ics.status_link (
  secret_sha256  text primary key,
  application_id uuid not null references ics.application (id) on delete cascade,
  language       text not null,
  issued_at      timestamptz not null,
  expires_at     timestamptz not null
);
create index status_link_expiry on ics.status_link (expires_at);
create index status_link_of_application on ics.status_link (application_id);
