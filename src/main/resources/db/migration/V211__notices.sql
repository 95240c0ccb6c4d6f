-- What authorities that have something of a case must be told afterwards: recalled, corrected, citizen gone.
create table ics.notice (
  id             uuid primary key,
  case_reference text not null references ics.case_file (reference),
  kind           text not null check (kind in ('withdrawn', 'corrected', 'deceased', 'departed')),
  authority      text not null,
  number         integer not null check (number > 0),
  keys           text[] not null,
  prepared_at    timestamptz not null,
  refusal        text,
  way            text,
  told_at        timestamptz,
  told_by        text,
  unique (case_reference, kind, authority, number),
  constraint told_how_and_by_whom check
    ((told_at is null) = (told_by is null) and (told_at is null) = (way is null))
);
create index notice_open on ics.notice (case_reference) where told_at is null;
