-- What caseworkers write down about a case. The page makes the id, so that a note sent twice is one note.
create table ics.note (
  id             uuid primary key,
  case_reference text not null references ics.case_file (reference),
  at             timestamptz not null,
  user_id        text not null,
  body           text not null check (length(body) between 1 and 4000)
);
create index note_of_case on ics.note (case_reference, at);
-- A note is not rewritten; what was wrong is put right by another.
revoke update on ics.note from ${app};
