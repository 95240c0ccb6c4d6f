-- Rounds in which played cases of the demonstration were copied, to measure with many (docs/adr/0122-multiplied-data.md).
-- One row is enough: every figure of this database is then marked as not being of real work. Under watch of the ledger, so
-- that the mark cannot be taken away unnoticed.
create table ics.multiplication (
  round      integer primary key check (round > 0),
  -- Copies are numbered over all rounds; the number of a copy stands in its reference and in the ids of its rows.
  first_copy bigint not null check (first_copy > 0),
  last_copy  bigint not null,
  entries    bigint not null check (entries > 0),
  made_at    timestamptz not null,
  check (last_copy >= first_copy)
);
-- The application reads it; only the command writes it, as the owner.
revoke insert, update, delete, truncate on ics.multiplication from ${app};
select ics.watch_evidence('ics.multiplication', 'r.round');
