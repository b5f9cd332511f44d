-- People, organisations, rooms, seats, consent. Tables of a room are keyed by room first.

-- The identity number stands here only sealed (AES-GCM), and is found through a keyed hash of it.
create table person (
  person_id     uuid primary key,
  number_key    bytea not null unique,
  number_sealed bytea not null,
  name          text not null,
  name_source   text not null check (name_source in ('TYPED', 'DIRECTORY', 'BANKID')),
  email         text,
  version       bigint not null,
  created_at    timestamptz not null,
  changed_at    timestamptz not null
);

-- Whom the issuer's subject is. A subject never becomes another person.
create table subject (
  subject   text primary key,
  person_id uuid not null references person
);

create table organisation (
  organisation_id uuid primary key,
  number          text not null unique,
  name            text not null
);

-- What a person is to an organisation, by that organisation's directory (PractitionerRole).
create table role (
  role_id         uuid primary key,
  person_id       uuid not null references person,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('PROFESSIONAL', 'AUDITOR', 'ADMINISTRATOR')),
  title           text not null,
  ended_at        timestamptz,
  unique (person_id, organisation_id, kind)
);

-- The status follows the patient's consent and nothing else (R1).
create table room (
  room_id              uuid primary key,
  purpose              text not null,
  patient_id           uuid not null references person,
  patient_typed_name   text not null,
  proposed_by          uuid not null references person,
  fingerprint          bytea not null,
  status               text not null check (status in ('PROPOSED', 'ACTIVE', 'DECLINED', 'WITHDRAWN')),
  consent_text_version text,
  consent_answered_at  timestamptz,
  consent_withdrawn_at timestamptz,
  access_epoch         bigint not null,
  created_at           timestamptz not null,
  changed_at           timestamptz not null,
  check ((status = 'PROPOSED') = (consent_answered_at is null)),
  check ((status = 'PROPOSED') = (consent_text_version is null)),
  check ((status = 'WITHDRAWN') = (consent_withdrawn_at is not null))
);

-- A seat is never deleted: who lost it stays in the view, where messaging sees that he lost it.
create table seat (
  room_id         uuid not null references room,
  seat_id         uuid not null,
  person_id       uuid not null references person,
  part            text not null check (part in ('PATIENT', 'HELPER')),
  status          text not null check (status in ('PROPOSED', 'ACTIVE', 'DECLINED', 'REMOVED')),
  role_id         uuid references role,
  organisation_id uuid references organisation,
  invited_by      uuid references person,
  changed_at      timestamptz not null,
  primary key (room_id, seat_id),
  unique (room_id, person_id, part),
  check ((part = 'HELPER') = (role_id is not null))
);
create index seat_of_person on seat (person_id);
create index seat_of_role on seat (role_id) where status in ('PROPOSED', 'ACTIVE');

grant select, insert, update on person, organisation, role, room, seat to ${runtime};
grant select, insert on subject to ${runtime};
