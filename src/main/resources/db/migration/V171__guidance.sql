-- Guidance on the labour market: what about, when and how.
create table ics.guidance (
  case_reference            text primary key references ics.case_file (reference),
  topic_labour_rights       boolean,
  topic_job_search          boolean,
  topic_unemployment_fund   boolean,
  topic_unions              boolean,
  topic_skills              boolean,
  topic_other               boolean,
  guidance_given_on         date,
  guidance_how              text check (guidance_how in ('inPerson', 'phone', 'writing', 'video')),
  guidance_note             text,
  guidance_not_given_reason text,
  guidance_decision         text check (guidance_decision in ('given', 'notGiven')),
  guidance_by               text,
  guidance_recorded_at      timestamptz,
  constraint decision_is_signed check
    (guidance_decision is null or (guidance_by is not null and guidance_recorded_at is not null)),
  constraint guidance_has_topic_and_day check
    (guidance_decision is distinct from 'given'
      or (guidance_given_on is not null and guidance_how is not null
        and (coalesce(topic_labour_rights, false) or coalesce(topic_job_search, false)
          or coalesce(topic_unemployment_fund, false) or coalesce(topic_unions, false)
          or coalesce(topic_skills, false) or coalesce(topic_other, false)))),
  constraint reason_when_not_given check
    (guidance_decision is distinct from 'notGiven' or guidance_not_given_reason is not null)
);
