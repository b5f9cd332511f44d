-- What somebody is to an organisation is now sealed when a directory says it: who can write here does not thereby
-- become an auditor. Rows from before get their seal when rooms starts and reads the directory; until then they are
-- not believed.
alter table role add column seal bytea;
