-- The machine readable lines as the citizen typed them at home: a statement like the others of the application, and no
-- reading of the document.
alter table ics.person add column stated_zone text;
