-- The place of the row that an entry is about, where it is about one. What counts is what the entry says itself, sealed; this is
-- to find by: what somebody has said of a row before.
alter table entry add column about bigint check (about >= 1 and about < seq);
create index entry_about on entry (room_id, about, sender_id, seq) where about is not null;
