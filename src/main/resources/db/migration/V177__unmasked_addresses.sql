-- Who was shown a protected address, and for what purpose.
alter table ics.case_access
  drop constraint case_access_act_check,
  add constraint case_access_act_check check (act in ('searched', 'opened', 'pageShown', 'downloaded', 'unmasked'));
