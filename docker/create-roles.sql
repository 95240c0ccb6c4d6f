-- Creates the two roles and the database. Run once, as superuser, with psql 14 or later:
--   ICS_OWNER_PASSWORD=… ICS_APP_PASSWORD=… psql -v ON_ERROR_STOP=1 -f docker/create-roles.sql postgres
-- docker-compose.yml mounts it where the PostgreSQL image runs it on an empty volume.
\getenv owner_password ICS_OWNER_PASSWORD
\getenv app_password ICS_APP_PASSWORD

-- owner makes and changes the tables, and is used by nothing but the migrations at start.
create role owner login password :'owner_password';
-- app is what the application runs as: it reads and writes rows, and can change no table.
create role app login password :'app_password';

create database ics owner owner;
revoke all on database ics from public;
grant connect, temporary on database ics to app;
