-- Tax card: the enclosures that depend on the citizen, and how the application was sent by hand.
alter table ics.tax
  add column tax_marriage_included text check (tax_marriage_included in ('met', 'notMet')),
  add column tax_permit_included text check (tax_permit_included in ('met', 'notMet')),
  add column tax_sent_how text check (tax_sent_how in ('digitalPost', 'securePortal', 'letter'));
