-- What the rules of the further categories ask about a person.
alter table ics.person
  add column wants_unemployment_benefit boolean,
  add column wants_guidance boolean,
  add column relation_to_applicant text
    check (relation_to_applicant in ('applicant', 'spouse', 'child', 'parent', 'other')),
  add column previously_resident boolean;
