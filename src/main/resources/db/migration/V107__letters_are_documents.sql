-- Which letter a document of the case is: one document for each letter, however often its step is tried. The letter is
-- named by the id of its mail, also when none was sent.
create table ics.letter_document (
  document_id uuid primary key references ics.document (id),
  message_id  text not null unique
);
