-- Whose turn it is to read the directory: whoever has locked the row, until his transaction ends. An advisory lock
-- any service's role could hold; this row only rooms' own can lock.
create table turn (
  name text primary key
);

insert into turn (name) values ('directory');

-- To lock a row is to be allowed to update it.
grant select, update on turn to ${runtime};
