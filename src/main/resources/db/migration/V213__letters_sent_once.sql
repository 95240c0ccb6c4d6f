-- A mail is under way from before its text is handed over until the mail server has answered. Whoever finds it so does not
-- know whether it went, and sends it no more: the letter is printed (docs/adr/0139-sent-once.md).
alter table ics.letter drop constraint letter_state_check;
alter table ics.letter
  add constraint letter_state_check check (state in ('prepared', 'sending', 'mailed', 'passed')),
  -- Letters that no mail has brought: somebody prints them and hands them over or posts them.
  add column to_print boolean not null default false,
  add column printed_at timestamptz,
  add column printed_by text,
  add constraint printed_by_someone check ((printed_at is null) = (printed_by is null)),
  add constraint printed_if_to_print check (printed_at is null or to_print);
create index letter_to_print on ics.letter (prepared_at) where to_print and printed_at is null;
