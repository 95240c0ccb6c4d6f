-- Death or departure of a citizen, as it was reported.
create table ics.departure (
  case_reference        text primary key references ics.case_file (reference),
  departure_kind        text check (departure_kind in ('deceased', 'departed')),
  departure_date        date,
  departure_reported_by text check (departure_reported_by in ('citizen', 'relative', 'authority', 'employer', 'other')),
  departure_note        text,
  departure_decided_at  timestamptz
);
