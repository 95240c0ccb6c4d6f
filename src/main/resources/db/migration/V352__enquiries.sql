-- What citizens ask by phone, by mail and at the door; one line each, only added. Nothing says who the citizen is.
create table ics.enquiry (
  id             uuid primary key,
  at             timestamptz not null,
  user_id        text not null,
  channel        text not null check (channel in ('phone', 'mail', 'walkIn')),
  topic          text not null,
  outcome        text not null check (outcome in ('answered', 'becomesCase', 'referred')),
  referred_to    text,
  case_reference text references ics.case_file (reference),
  constraint case_if_it_became_one check ((outcome = 'becomesCase') = (case_reference is not null)),
  constraint whereto_if_referred check ((outcome = 'referred') = (referred_to is not null))
);
create index enquiry_at on ics.enquiry (at);
revoke update, delete on ics.enquiry from ${app};

select ics.watch_evidence('ics.enquiry', 'r.id');
