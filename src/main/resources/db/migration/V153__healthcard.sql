-- Health card: the doctors that were offered, the choice (sundhedsloven §§ 58-59) and the order.
create table ics.healthcard (
  case_reference           text primary key references ics.case_file (reference),
  offered_doctors          jsonb,
  insurance_group          text check (insurance_group in ('groupOne', 'groupTwo')),
  doctor_number            text check (doctor_number ~ '^[0-9]{1,10}$'),
  doctor_name              text,
  doctor_address           text,
  insurance_country        text check (insurance_country ~ '^[A-Z]{3}$'),
  temporary_certificate    text check (temporary_certificate in ('given', 'declined')),
  no_doctor_note           text,
  health_card_order_number text,
  health_card_ordered_at   timestamptz,
  constraint group_one_has_doctor check
    (insurance_group is distinct from 'groupOne' or health_card_ordered_at is null or doctor_number is not null),
  constraint order_has_choice check
    (health_card_ordered_at is null or (insurance_group is not null and insurance_country is not null))
);
