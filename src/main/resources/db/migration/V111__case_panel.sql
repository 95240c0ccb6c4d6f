-- Cases are also opened from a task, which then is the purpose; their documents are looked at and taken out, and a
-- protected address is shown.
alter table ics.case_access
  add column task_id     text,
  add column task_key    text,
  add column document_id uuid,
  add column page        integer,
  drop constraint case_access_act_check,
  add constraint case_access_act_check
    check (act in ('searched', 'opened', 'unmasked', 'pageShown', 'downloaded')),
  drop constraint case_access_check,
  add constraint case_access_names_a_case check ((act = 'searched') = (case_reference is null)),
  add constraint task_is_the_purpose check
    ((purpose = 'task') = (task_id is not null) and (task_id is null) = (task_key is null)),
  add constraint document_is_named check ((act in ('pageShown', 'downloaded')) = (document_id is not null)),
  add constraint page_is_named check ((act = 'pageShown') = (page is not null));
