-- An entry that is no message wakes those alone whom it names; a message wakes everybody who can read it.
alter table early_message add column wakes_all boolean not null default true;

-- Whom an entry names that wakes no others, and whether that very entry has been on her screen: a mark further on says
-- nothing of it. It is kept once it was seen, for an entry may be told again (R12).
create table addressed (
  room_id      uuid not null,
  person_id    uuid not null,
  seq          bigint not null,
  access_epoch bigint not null,
  seen         boolean not null default false,
  primary key (room_id, person_id, seq)
);

grant select, insert, update, delete on addressed to ${runtime};
