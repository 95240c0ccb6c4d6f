-- Health card: the insuring country is asked of adults who have to do with EU, EEA or Switzerland only; the certificate
-- until the card comes; the card's delivery.
alter table ics.healthcard
  drop constraint order_has_choice,
  drop constraint group_one_has_doctor,
  add constraint group_one_has_doctor check
    (insurance_group is distinct from 'groupOne' or health_card_ordered_at is null
      or doctor_number is not null or doctor_name is not null),
  add constraint order_has_choice check (health_card_ordered_at is null or insurance_group is not null),
  add column temporary_certificate_issued_on date,
  add column card_delivered_on date,
  add column card_note text;
