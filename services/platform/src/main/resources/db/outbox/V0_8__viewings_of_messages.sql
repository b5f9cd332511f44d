-- Which messages the views were of that are counted, where they were of messages: from the first to the last of all.
alter table viewing add column from_seq bigint, add column to_seq bigint;
