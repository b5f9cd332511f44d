-- What an entry was made of, where that says more than this version knows. Entries with it are of version 4 of the
-- canonical form; the others keep the bytes and hashes that they have.
alter table entry add column topic text, add column raw bytea;

-- The entries that are records which could not be read, until a version reads them and appends what they say.
create table unread (
  seq bigint primary key
);

-- To lock a row is to be allowed to update it.
grant select, insert, update, delete on unread to ${runtime};
