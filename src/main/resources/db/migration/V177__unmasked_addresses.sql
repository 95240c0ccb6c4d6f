-- Who was shown a protected address, and for what purpose.
alter table ics.case_access
  drop constraint case_access_act_check,
  drop constraint case_access_check,
  drop constraint case_access_check1,
  add constraint case_access_act check (act in ('searched', 'opened', 'unmasked')),
  add constraint case_access_names_a_case check ((act = 'searched') = (case_reference is null)),
  add constraint case_access_counts_hits check ((act = 'searched') = (hits is not null));
