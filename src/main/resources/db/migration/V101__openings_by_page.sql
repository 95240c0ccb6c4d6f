-- What a form showed is remembered for each page (window) it was shown in: one user with a task in two windows must not
-- overwrite a colleague's change from the older one.
alter table ics.form_opening add column page text not null default '';
alter table ics.form_opening drop constraint form_opening_pkey;
alter table ics.form_opening add primary key (task_id, user_id, page);

-- The page in which the draft was typed.
alter table ics.draft add column page text not null default '';
