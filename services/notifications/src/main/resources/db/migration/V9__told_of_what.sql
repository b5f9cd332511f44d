-- Whom somebody has told of all that she has not read is told again only of what comes: until then she may read as slowly
-- as she likes. What was planned before this is told as it was: again, once she has read on.
alter table wakeup
  -- The last of the messages that there were when it was planned.
  add column told_of bigint,
  -- She has read on since she was told, and there is nothing that she was not told of.
  add column read_since boolean not null default false;
