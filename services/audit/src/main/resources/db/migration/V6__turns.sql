-- Whose turn it is: whoever has locked the row, until his transaction ends. Advisory locks belong to the whole
-- database, and any service's role could hold them; these rows only audit's own role can lock.
create table turn (
  name text primary key
);

insert into turn (name) values ('ledger'), ('verification'), ('seats');

-- To lock a row is to be allowed to update it.
grant select, update on turn to ${runtime};
