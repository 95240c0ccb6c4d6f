-- What citizens thought of it. An answer belongs to no case: it has a random id, the month and no day, and no column of
-- the application; the other table knows only that an application has had its say (docs/adr/0145-survey-apart.md).
create table ics.survey_answer (
  id           uuid primary key,
  month        date not null check (extract(day from month) = 1),
  language     text not null,
  ease         smallint not null check (ease between 1 and 5),
  satisfaction smallint not null check (satisfaction between 1 and 5),
  comment      text check (length(comment) <= 1000)
);
create index survey_answer_of_month on ics.survey_answer (month);

create table ics.survey_given (
  application_id uuid primary key references ics.application (id) on delete cascade
);
