-- The application's role reads and writes rows; it owns nothing and changes no table.
-- Tables that owner makes later in these schemas are open to it by default;
-- a table that must stay append-only takes rights back in its own migration.
grant usage on schema public, ics to ${app};

grant select, insert, update, delete on all tables in schema public to ${app};
grant usage, select on all sequences in schema public to ${app};

alter default privileges in schema public, ics grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public, ics grant usage, select on sequences to ${app};
