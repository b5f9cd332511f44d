-- Whose turn it is to change a person's browsers: whoever has locked the row that she falls to, until his transaction
-- ends. An advisory lock any service's role could hold; these rows only notifications' own can lock.
create table turn (
  number int primary key
);

insert into turn (number) select generate_series(0, 63);

-- To lock a row is to be allowed to update it.
grant select, update on turn to ${runtime};
