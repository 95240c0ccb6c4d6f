-- Identity control (folkeregistreringsbekendtgørelsen § 1 stk. 5-7). The table itself refuses an approval with an unmet
-- minimum requirement, a second look by the person who did the first, and a refusal without hearing and reasons.
create table ics.identity (
  case_reference            text primary key references ics.case_file (reference),
  mrz_reading               text check (mrz_reading in ('read', 'none')),
  mrz                       text,
  mrz_missing_reason        text,
  person_present            text check (person_present in ('met', 'notMet')),
  original_presented        text check (original_presented in ('met', 'notMet')),
  document_genuine          text check (document_genuine in ('met', 'notMet')),
  photo_matches             text check (photo_matches in ('met', 'notMet')),
  details_match             text check (details_match in ('met', 'notMet')),
  document_legible          text check (document_legible in ('met', 'notMet')),
  control_result            text check (control_result in ('approved', 'doubt')),
  doubt_reason              text,
  control_note              text,
  controlled_by             text,
  controlled_at             timestamptz,
  procedure_version         text,
  nidc_statement            text check (nidc_statement in ('authentic', 'notAsked', 'inconclusive', 'forged')),
  nidc_case_number          text,
  second_original_presented text check (second_original_presented in ('met', 'notMet')),
  second_document_genuine   text check (second_document_genuine in ('met', 'notMet')),
  second_photo_matches      text check (second_photo_matches in ('met', 'notMet')),
  second_details_match      text check (second_details_match in ('met', 'notMet')),
  examination_findings      text,
  examination_result        text check (examination_result in ('approved', 'refusalConsidered')),
  examined_by               text,
  examined_at               timestamptz,
  hearing_text              text,
  hearing_deadline          date,
  hearing_channel           text check (hearing_channel in ('handedOver', 'email', 'letter')),
  heard_by                  text,
  heard_at                  timestamptz,
  hearing_answer            text check (hearing_answer in ('answered', 'waived', 'noAnswer')),
  hearing_answer_text       text,
  approval_requirements     text check (approval_requirements in ('met', 'notMet')),
  approval_reason           text,
  refusal_reason            text,
  complaint_guidance        text check (complaint_guidance in ('given', 'notGiven')),
  identity_decision         text check (identity_decision in ('approved', 'refused')),
  identity_decided_by       text,
  identity_decided_at       timestamptz,
  constraint control_is_signed check
    (control_result is null
      or (controlled_by is not null and controlled_at is not null and procedure_version is not null)),
  constraint approval_meets_requirements check
    (control_result is distinct from 'approved'
      or coalesce(person_present = 'met' and original_presented = 'met' and document_genuine = 'met'
        and photo_matches = 'met' and details_match = 'met' and document_legible = 'met', false)),
  constraint approval_read_the_document check
    (control_result is distinct from 'approved' or mrz is not null or mrz_missing_reason is not null),
  constraint doubt_has_reason check (control_result is distinct from 'doubt' or doubt_reason is not null),
  constraint second_look_follows_doubt check (examination_result is null or control_result = 'doubt'),
  constraint second_look_by_another check
    (examination_result is null or coalesce(examined_by <> controlled_by, false)),
  constraint second_approval_meets_requirements check
    (examination_result is distinct from 'approved'
      or coalesce(second_original_presented = 'met' and second_document_genuine = 'met'
        and second_photo_matches = 'met' and second_details_match = 'met', false)),
  constraint decision_follows_hearing check
    (identity_decision is null
      or coalesce(examination_result = 'refusalConsidered' and hearing_text is not null
        and hearing_deadline is not null and hearing_answer is not null, false)),
  constraint decision_by_another check
    (identity_decision is null or coalesce(identity_decided_by <> controlled_by, false)),
  constraint refusal_has_reasons check
    (identity_decision is distinct from 'refused'
      or coalesce(refusal_reason is not null and complaint_guidance = 'given', false)),
  constraint late_approval_meets_requirements check
    (identity_decision is distinct from 'approved'
      or coalesce(approval_requirements = 'met' and approval_reason is not null, false))
);
