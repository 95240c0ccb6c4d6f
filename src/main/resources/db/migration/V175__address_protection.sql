-- Name and address protection: offered when a citizen moves in (CPR-loven; it lapses after a year unless renewed).
create table ics.address_protection (
  case_reference           text primary key references ics.case_file (reference),
  address_protection       text check (address_protection in ('none', 'nameAndAddress', 'special')),
  address_protection_from  date,
  address_protection_until date,
  constraint protection_has_a_beginning check
    (address_protection is null or address_protection = 'none' or address_protection_from is not null),
  constraint protection_ends_after_it_begins check
    (address_protection_until is null or address_protection_until > address_protection_from)
);
