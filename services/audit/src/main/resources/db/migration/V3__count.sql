-- For how many refusals an entry stands. Entries with it are of version 2 of the canonical form;
-- those without it keep the bytes and hashes that they have.
alter table entry add column count bigint check (count > 1);
