-- Where the decision leaves the services to a person: what was chosen and why; and what was corrected when a case is
-- assessed again.
alter table ics.visitation
  add column chosen_services jsonb,
  add column services_reason text,
  add column corrected_facts text;
