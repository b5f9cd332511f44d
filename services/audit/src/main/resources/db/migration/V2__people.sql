-- Who people are and whose the rooms are, as rooms tells it on samsnakk.rooms.v1. The log holds
-- ids; names are looked up here when somebody reads it.
create table person (
  person_id uuid primary key,
  version   bigint not null,
  name      text not null
);

create table role (
  role_id           uuid primary key,
  person_id         uuid not null,
  title             text not null,
  organisation_id   uuid not null,
  organisation_name text not null,
  -- A role that is over stays, for the old entries that were made in it.
  held_now          boolean not null
);

create index role_by_person on role (person_id);
create index role_by_organisation on role (organisation_id);

create table room (
  room_id      uuid primary key,
  access_epoch bigint not null,
  patient_id   uuid not null
);

create index room_by_patient on room (patient_id);

-- The organisations that have, or once had, somebody in the room with the patient's approval.
create table room_organisation (
  organisation_id uuid not null,
  room_id         uuid not null,
  primary key (organisation_id, room_id)
);

grant select, insert, update on person, role, room to ${runtime};
grant select, insert on room_organisation to ${runtime};
