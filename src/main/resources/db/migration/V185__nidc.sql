-- What Nationalt ID-center (NIDC) is asked and what it says: the latest referral of a case. Former ones are put aside in
-- ics.former_answers. NIDC's statement is no decision; ics.identity holds those.
create table ics.nidc (
  case_reference         text primary key references ics.case_file (reference),
  nidc_question          text,
  nidc_material          text check (nidc_material in ('original', 'copy')),
  nidc_asked_by          text,
  nidc_asked_at          timestamptz,
  nidc_forwarded_at      timestamptz,
  nidc_sent_how          text check (nidc_sent_how in ('registeredPost', 'courier', 'digitalPost')),
  nidc_document_number   text,
  nidc_result            text check (nidc_result in ('authentic', 'inconclusive', 'forged', 'declined')),
  nidc_reference         text,
  nidc_journal_number    text,
  nidc_finding           text,
  nidc_answered_on       date,
  nidc_recorded_by       text,
  nidc_document_returned text check (nidc_document_returned in ('returned', 'missing')),
  nidc_note              text,
  constraint answer_is_dated_and_signed check
    (nidc_result is null or (nidc_answered_on is not null and nidc_recorded_by is not null)),
  constraint statement_has_a_number check
    (nidc_result is null or nidc_result = 'declined' or nidc_reference is not null)
);
