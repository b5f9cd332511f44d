-- Why somebody should hear something; the life of one is drawn in no.samsnakk.notifications.wakeup.
create table wakeup (
  wakeup_id uuid primary key default uuidv7(),
  person_id uuid not null,
  room_id   uuid not null,
  kind      text not null check (kind in ('MESSAGE', 'REQUEST', 'APPROVED')),
  -- What it is about: the room, or the seat that waits or was approved.
  subject   uuid not null,
  -- The unread messages that it is about.
  first_seq bigint,
  last_seq  bigint,
  due_at    timestamptz not null,
  told_at   timestamptz,
  unique (room_id, person_id, kind, subject)
);

create index wakeup_due on wakeup (due_at) where told_at is null;
create index wakeup_by_person on wakeup (person_id);

-- One letter to one mailbox, or one push to one browser, until it has gone or is given up.
create table delivery (
  delivery_id     uuid primary key default uuidv7(),
  person_id       uuid not null,
  channel         text not null check (channel in ('EMAIL', 'PUSH')),
  subscription_id uuid,
  is_request      boolean not null,
  wakeup_ids      uuid[] not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  unique nulls not distinct (person_id, channel, subscription_id)
);

create index delivery_due on delivery (channel, next_attempt_at);

create table subscription (
  subscription_id uuid primary key,
  person_id       uuid not null,
  endpoint        text not null unique,
  p256dh          bytea not null,
  auth            bytea not null,
  confirmed_at    timestamptz not null
);

create index subscription_by_person on subscription (person_id);

grant select, insert, update, delete on wakeup, delivery, subscription to ${runtime};
