-- Refusals that may still be repeated: the first is in the log already, the others are counted here
-- until the window is over and one entry tells how many there were (no.samsnakk.platform.audittrail).
create table refusal (
  agent_id  uuid not null,
  room_id   uuid,
  code      text not null,
  -- The entry of the first.
  entry_id  uuid not null,
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  count     bigint not null check (count > 0),
  unique nulls not distinct (agent_id, room_id, code)
);

create index refusal_by_age on refusal (first_at);

grant select, insert, update, delete on refusal to ${runtime};
