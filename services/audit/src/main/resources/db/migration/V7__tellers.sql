-- Which service told an entry. Entries with it are of version 3 of the canonical form; those from
-- before keep the bytes and hashes that they have, and say nothing of who told them.
alter table entry add column teller text;

-- SHA-256 of what it says, its place and its teller aside: by that a repeat is found, however many
-- entries have its id. Those from before have none, and an id once each.
alter table entry add column content bytea check (length(content) = 32);

-- An id belongs to its teller, and nobody keeps another entry out by telling one with its id first:
-- what is there already is looked up under the lock of those who append.
alter table entry drop constraint entry_entry_id_key;
create index entry_by_id on entry (entry_id, teller, content);

-- What is joined into one line is found at once, however many entries name the same view.
drop index entry_by_view;
create index entry_by_view on entry (view_id, agent_id, action, room_id, seq)
  where view_id is not null;
