-- Since when an authority has not answered a step of a case: how long that lasts decides when a person does by hand
-- what it was asked for. No foreign key, as in ics.forwarding: the row is committed while the case is locked.
create table ics.authority_silence (
  case_reference text not null,
  step           text not null,
  since          timestamptz not null,
  primary key (case_reference, step)
);
