-- Only persons over 18 state the country that insures them (horsholm.dk); a child's card is ordered without it.
alter table ics.healthcard
  drop constraint order_has_choice,
  add constraint order_has_choice check (health_card_ordered_at is null or insurance_group is not null);
