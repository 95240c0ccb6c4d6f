-- The second look may end in a question to NIDC; the hearing is a letter that is answered, or whose time runs out.
alter table ics.identity
  add column hearing_grounds   text,
  add column hearing_sent_at   timestamptz,
  add column hearing_answer_on date;

alter table ics.identity drop constraint identity_examination_result_check;
alter table ics.identity add constraint identity_examination_result_check check
  (examination_result in ('approved', 'askNidc', 'refusalConsidered'));

-- As before, or heard by a letter that has gone out. Those heard before hold hearing_text.
alter table ics.identity drop constraint decision_follows_hearing;
alter table ics.identity add constraint decision_follows_hearing check
  (identity_decision is null
    or coalesce(examination_result = 'refusalConsidered'
      and (hearing_text is not null or (hearing_grounds is not null and hearing_sent_at is not null))
      and hearing_deadline is not null and hearing_answer is not null, false));
