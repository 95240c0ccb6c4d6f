-- A permit from SIRI's other rules is a ground of residence as well, and a Nordic citizen or a Dane needs none.
alter table ics.residence drop constraint residence_residence_ground_check;
alter table ics.residence add constraint residence_ground_is_known check
  (residence_ground in ('worker', 'selfEmployed', 'student', 'sufficientMeans', 'familyMember', 'permit'));
