-- Everything is keyed by room first, so that it can be partitioned or sharded by room without a redesign.

-- How far a room has come. Its row is the lock under which a message gets its seq (R2).
create table conversation (
  room_id  uuid primary key,
  last_seq bigint not null check (last_seq >= 0)
) with (fillfactor = 50);

-- Written once, never changed: the running service may only insert (R2). The body is encrypted with
-- the room's key and bound to room and message (R9).
create table message (
  room_id         uuid not null,
  seq             bigint not null check (seq > 0),
  message_id      uuid not null,
  client_id       uuid not null,
  sender_id       uuid not null,
  organisation_id uuid,
  kind            text not null,
  ciphertext      bytea not null,
  sent_at         timestamptz not null,
  access_epoch    bigint not null,
  primary key (room_id, seq),
  -- What makes a send repeatable, for ever.
  unique (room_id, sender_id, client_id)
);

-- A room's own key, wrapped by a key that lies outside the database (R9).
create table room_key (
  room_id uuid primary key,
  keyset  bytea not null,
  made_at timestamptz not null default now()
);

-- How far a person has read a room; never goes backwards.
create table read_mark (
  room_id   uuid not null,
  person_id uuid not null,
  seq       bigint not null check (seq > 0),
  at        timestamptz not null,
  primary key (room_id, person_id)
) with (fillfactor = 70);

-- Instances that are or were running; views left open by one that is gone are closed by another.
create table instance (
  instance_id uuid primary key,
  seen_at     timestamptz not null default now()
);

-- Who had messages of a room before her eyes, from when to when, and which (R6).
create table view_interval (
  room_id         uuid not null,
  view_id         uuid not null,
  person_id       uuid not null,
  organisation_id uuid,
  instance_id     uuid not null,
  from_seq        bigint,
  -- The last one delivered; while it is open the last one known at the opening.
  to_seq          bigint,
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  -- Closed by another instance after a crash: to_seq is an upper bound then.
  found_open      boolean not null default false,
  primary key (room_id, view_id)
);
create index view_open on view_interval (instance_id) where closed_at is null;

-- Tickets that have opened their one socket; forgotten when they would have expired anyway.
create table used_ticket (
  ticket_id  uuid primary key,
  expires_at timestamptz not null
);
create index used_ticket_expiry on used_ticket (expires_at);

grant select, insert, update on conversation to ${runtime};
grant select, insert on message to ${runtime};
grant select, insert on room_key to ${runtime};
grant select, insert, update on read_mark to ${runtime};
grant select, insert, update, delete on instance to ${runtime};
grant select, insert, update on view_interval to ${runtime};
grant select, insert, delete on used_ticket to ${runtime};
