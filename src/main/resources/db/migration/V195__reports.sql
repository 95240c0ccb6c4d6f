-- Reports on the identity controls (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 4).

-- Who was shown the control record of a case, and who took it along as PDF.
alter table ics.case_access
  drop constraint case_access_act_check,
  add constraint case_access_act_check check
    (act in ('searched', 'opened', 'unmasked', 'pageShown', 'downloaded', 'recordShown', 'recordTaken'));

-- What a period asks for that no index gives yet.
create index identity_without_record on ics.identity (controlled_at) where control_result is not null and control_no is null;
create index identity_examined on ics.identity (examined_at) where examined_at is not null;
create index identity_decided on ics.identity (identity_decided_at) where identity_decided_at is not null;
create index registration_decided on ics.registration (registration_decided_at) where registration_decided_at is not null;
create index supervision_of_period on ics.supervision (period_to, period_from);
create index supervision_item_of_stratum on ics.supervision_item (supervision, municipality, controlled_by);
create index supervision_item_of_control on ics.supervision_item (case_reference, control_no);
