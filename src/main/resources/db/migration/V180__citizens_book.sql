-- Citizens choose, change and cancel their appointment themselves (docs/adr/0138-citizens-book.md).
alter table ics.visitation
  -- What became of the appointment last; null before the first one.
  add column appointment_state text check (appointment_state in ('booked', 'cancelled', 'noShow', 'givenBack')),
  -- Raised with each appointment that is made: the SEQUENCE of the calendar file (RFC 5545 § 3.8.7.4).
  add column appointment_sequence integer check (appointment_sequence >= 0),
  -- Whether the appointment takes one of SIRI's places as well.
  add column siri_place boolean,
  add column no_shows integer check (no_shows >= 0);
