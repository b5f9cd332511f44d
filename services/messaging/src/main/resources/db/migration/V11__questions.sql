-- Whether something is still waited for after an entry; of a question alone. What counts is what the entry says itself,
-- sealed; this is to find by: what waits for an answer in somebody's rooms.
alter table entry add column standing boolean;
create index entry_question on entry (room_id, about, seq desc) include (standing) where kind = 'QUESTION';
