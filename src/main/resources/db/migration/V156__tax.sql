-- Tax card: the check of form 04.063 before it is forwarded, and what Skattestyrelsen answered.
create table ics.tax (
  case_reference      text primary key references ics.case_file (reference),
  tax_form_signed     text check (tax_form_signed in ('met', 'notMet')),
  tax_contract_signed text check (tax_contract_signed in ('met', 'notMet')),
  tax_identity_copied text check (tax_identity_copied in ('met', 'notMet')),
  tax_copies_legible  text check (tax_copies_legible in ('met', 'notMet')),
  tax_guidance        text,
  tax_note            text,
  tax_rejection       text,
  tax_rejection_note  text,
  tax_decision        text check (tax_decision in ('forward', 'guide')),
  tax_checked_by      text,
  tax_checked_at      timestamptz,
  tax_receipt_number  text,
  tax_forwarded_at    timestamptz,
  constraint decision_is_signed check
    (tax_decision is null or (tax_checked_by is not null and tax_checked_at is not null)),
  constraint forwarded_whole check
    (tax_decision is distinct from 'forward'
      or coalesce(tax_form_signed = 'met' and tax_contract_signed = 'met' and tax_identity_copied = 'met'
        and tax_copies_legible = 'met', false)),
  constraint forwarded_after_check check (tax_forwarded_at is null or tax_decision is not null)
);
