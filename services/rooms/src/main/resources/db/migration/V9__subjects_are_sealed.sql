-- Whom a subject means is now sealed: who can write here does not thereby lead it to somebody else. What
-- stands here from before is not believed, so it goes: who signs in once more is bound by her number.
delete from subject;

alter table subject add column seal bytea not null;

-- A row that does not fit its seal is written anew when its subject signs in.
grant update (person_id, seal) on subject to ${runtime};
