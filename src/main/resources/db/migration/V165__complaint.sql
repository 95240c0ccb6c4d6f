-- The complaint about a decision, from the day it came to the answer of the authority it was sent on to.
create table ics.complaint (
  case_reference                  text primary key references ics.case_file (reference),
  complaint_decision              text check (complaint_decision in
                                    ('registration', 'identityControl', 'healthCard', 'mitId', 'closing')),
  complaint_received_on           date,
  complaint_channel               text check (complaint_channel in
                                    ('digitalPost', 'mail', 'letter', 'inPerson', 'phone')),
  complaint_text                  text,
  complaint_decision_on           date,
  complaint_late                  boolean,
  complaint_outcome               text check (complaint_outcome in ('changed', 'upheld')),
  complaint_reasons               text,
  complaint_reconsidered_by       text,
  complaint_reconsidered_at       timestamptz,
  complaint_comments_due          date,
  complaint_comments_given        text check (complaint_comments_given in ('given', 'none')),
  complaint_comments_on           date,
  complaint_comments              text,
  complaint_sent_to               text,
  complaint_sent_way              text check (complaint_sent_way in ('digitalPost', 'letter')),
  complaint_sent_on               date,
  complaint_authority_decision    text check (complaint_authority_decision in ('changed', 'upheld', 'dismissed')),
  complaint_authority_decision_on date,
  complaint_authority_case        text,
  complaint_authority_note        text,
  constraint reconsidered_with_reasons check
    (complaint_outcome is null
      or (complaint_reasons is not null and complaint_reconsidered_by is not null
        and complaint_reconsidered_at is not null and complaint_decision_on is not null)),
  constraint sent_on_when_upheld check (complaint_sent_on is null or complaint_outcome = 'upheld'),
  constraint answered_when_sent_on check (complaint_authority_decision is null or complaint_sent_on is not null)
);

-- What a capability had answered before its decision was taken up again: it makes room, and stays.
create table ics.former_answers (
  id             bigint generated always as identity primary key,
  case_reference text not null references ics.case_file (reference),
  field_set      text not null,
  answers        jsonb not null,
  superseded_at  timestamptz not null,
  superseded_by  text not null
);
create index former_answers_of_case on ics.former_answers (case_reference, id);
revoke update, delete on ics.former_answers from ${app};
