-- Which service told an entry. Entries with it are of version 3 of the canonical form; those from
-- before keep the bytes and hashes that they have, and say nothing of who told them.
alter table entry add column teller text;

-- An id belongs to its teller: nobody takes one for an entry of his own before another tells it.
alter table entry drop constraint entry_entry_id_key;
alter table entry add constraint entry_once_by_its_teller
  unique nulls not distinct (entry_id, teller);
