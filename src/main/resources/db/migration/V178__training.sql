-- Courses and who has passed them (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 2). Rows are only added: the newest
-- row of a course is the one that holds, a mistake in the training is revoked by a row of its own.
create table ics.course (
  number       bigint generated always as identity primary key,
  code         text not null check (code ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  title        text not null,
  -- The group whose tasks take it; null: no longer required of anybody.
  required_for text,
  months       integer not null check (months between 1 and 120),
  recorded_by  text,
  recorded_at  timestamptz,
  check ((recorded_by is null) = (recorded_at is null))
);
create index course_newest on ics.course (code, number desc);

create table ics.training (
  id           uuid primary key,
  user_id      text not null,
  course       text not null,
  completed_on date not null,
  valid_until  date not null check (valid_until >= completed_on),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  constraint training_recorded_by_another check (recorded_by <> user_id),
  constraint training_is_over check (completed_on <= (recorded_at at time zone 'Europe/Copenhagen')::date)
);
create index training_of on ics.training (user_id, course);

create table ics.training_revocation (
  training_id uuid primary key references ics.training (id),
  reason      text not null,
  revoked_by  text not null,
  revoked_at  timestamptz not null
);
revoke update, delete on ics.course, ics.training, ics.training_revocation from ${app};

-- How long a course holds is no rule of law but the municipality's own procedure: two years to begin with.
insert into ics.course (code, title, required_for, months) values
  ('identityControlBasics', 'Identitetskontrol – grundkursus', 'identityControl', 24),
  ('identityControlSpecialist', 'Identitetskontrol – specialistkursus', 'identitySpecialist', 24);
