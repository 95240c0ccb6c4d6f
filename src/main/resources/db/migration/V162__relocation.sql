-- The move of an open case to another municipality, as it was last reported.
create table ics.relocation (
  case_reference          text primary key references ics.case_file (reference),
  relocation_municipality text check (relocation_municipality ~ '^[0-9]{4}$'),
  relocated_on            date,
  relocation_note         text
);
