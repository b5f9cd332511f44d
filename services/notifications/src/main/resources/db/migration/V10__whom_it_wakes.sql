-- An entry that is no message wakes those alone whom it names; a message wakes everybody who can read it.
alter table early_message add column wakes_all boolean not null default true;

-- Whom an entry names and who has not had that very entry on her screen: a mark further on says nothing of it.
create table addressed (
  room_id   uuid not null,
  person_id uuid not null,
  seq       bigint not null,
  primary key (room_id, person_id, seq)
);

grant select, insert, delete on addressed to ${runtime};
