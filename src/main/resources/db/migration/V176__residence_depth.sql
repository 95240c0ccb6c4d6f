-- EU residence document: the appointment at SIRI and the attendance within 14 days of the application.
alter table ics.residence
  add column siri_submitted_on date,
  add column siri_appointment_at timestamptz,
  add column siri_attended_on date,
  add column siri_attendance_note text,
  add constraint attendance_follows_application check
    (siri_attended_on is null or siri_submitted_on is null or siri_attended_on >= siri_submitted_on);
create index residence_appointment on ics.residence (siri_appointment_at) where siri_appointment_at is not null;
