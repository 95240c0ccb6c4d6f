-- How far the demo's clock is ahead of the real one; one row, shared by every node.
create table ics.clock_offset (
  id             boolean primary key default true check (id),
  offset_seconds bigint  not null
);

insert into ics.clock_offset (offset_seconds) values (0);
