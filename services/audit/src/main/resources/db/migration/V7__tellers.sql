-- Which service told an entry. Entries with it are of version 3 of the canonical form; those from
-- before keep the bytes and hashes that they have, and say nothing of who told them.
alter table entry add column teller text;

-- An id belongs to its teller, and nobody keeps another entry out by telling one with its id first:
-- what is there already is looked up under the lock of those who append.
alter table entry drop constraint entry_entry_id_key;
create index entry_by_id on entry (entry_id);
