-- Who is in which room and has read how far, as rooms and messaging tell it. No names: nothing that
-- is sent has any (R9).
create table person (
  person_id uuid primary key,
  version   bigint not null,
  email     text
);

create table room (
  room_id      uuid primary key,
  access_epoch bigint not null
);

create table member (
  room_id   uuid not null,
  person_id uuid not null,
  primary key (room_id, person_id)
);

create table read_mark (
  room_id   uuid not null,
  person_id uuid not null,
  seq       bigint not null,
  primary key (room_id, person_id)
);

-- Messages that came before the news of who may read them.
create table early_message (
  room_id      uuid not null,
  seq          bigint not null,
  sender_id    uuid not null,
  access_epoch bigint not null,
  primary key (room_id, seq)
);

grant select, insert, update on person, room, read_mark to ${runtime};
grant select, insert, delete on member, early_message to ${runtime};

-- Records that could not be read: where they lie in Kafka, never what was in them (R9).
create table set_aside (
  topic     text not null,
  partition int not null,
  "offset"  bigint not null,
  at        timestamptz not null,
  primary key (topic, partition, "offset")
);

grant select, insert on set_aside to ${runtime};
