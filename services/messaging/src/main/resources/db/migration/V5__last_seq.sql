-- The event of a message that nobody takes in is not appended: it would hold up all of its batch. What
-- is there already stays; a room that stands there is told so alone.
alter table conversation
  add constraint last_seq_is_told check (last_seq < 9007199254740991) not valid;
