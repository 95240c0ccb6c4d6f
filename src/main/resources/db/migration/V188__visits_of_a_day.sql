-- The desk looks at those who came on a day, by visitation_appointment at those who are still expected.
create index visitation_came on ics.visitation (checked_in_at) where checked_in_at is not null;
