-- Files that could not be scanned for viruses when they came (docs/adr/0135-files-wait-in-quarantine.md).

-- Of a draft: clean, waiting, or refused and then without content. hints: codes of what may be hard to read.
alter table ics.application_draft_file
  add column scan text not null default 'clean' check (scan in ('clean', 'waiting', 'refused')),
  add column hints text not null default '',
  alter column content drop not null,
  add constraint refused_without_content check ((content is null) = (scan = 'refused'));
create index application_draft_file_waiting on ics.application_draft_file (id) where scan = 'waiting';

-- Of a case: no document of it until it is released. What was refused is named to the citizen and has no content.
create table ics.quarantine (
  id             uuid primary key,
  case_reference text not null references ics.case_file (reference),
  type_code      text not null,
  file_name      text not null,
  content_type   text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content        bytea,
  content_key    text,
  source         text not null,
  received_at    timestamptz not null,
  refused_at     timestamptz,
  constraint refused_without_content check ((content is null) = (refused_at is not null))
);
create index quarantine_of_case on ics.quarantine (case_reference, received_at);
create index quarantine_waiting on ics.quarantine (id) where refused_at is null;
