-- Whom alone an entry wakes that is no message; a message wakes everybody who can read it.
alter table early_message add column wakes uuid[];
