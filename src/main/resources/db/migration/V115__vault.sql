-- Contents are sealed with keys that are not in the database (docs/adr/0134-contents-are-sealed.md). A row says with which
-- key; without one it is from before and lies in the clear until the application has come to it.
create table ics.vault_key (
  key        text primary key,
  used_since timestamptz not null
);

alter table ics.document add column content_key text;

-- json cannot be sealed in place: what is sealed lies beside it.
alter table ics.application_draft
  add column sealed bytea,
  add column content_key text,
  drop constraint sent_without_content,
  add constraint sent_without_content check ((content is null and sealed is null) = (sent_at is not null)),
  add constraint sealed_or_not check (content is null or sealed is null),
  add constraint sealed_with_key check ((sealed is null) = (content_key is null));

alter table ics.application_draft_file add column content_key text;
