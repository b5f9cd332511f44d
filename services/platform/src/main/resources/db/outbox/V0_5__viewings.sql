-- Rooms that somebody may look at again: the first look is in the log already, the others are counted here until the
-- window is over and one entry tells how many there were (no.samsnakk.platform.audittrail).
create table viewing (
  agent_id        uuid not null,
  room_id         uuid not null,
  action          text not null,
  organisation_id uuid,
  patient_id      uuid,
  -- The entry of the first.
  entry_id        uuid not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  count           bigint not null check (count > 0),
  unique nulls not distinct (agent_id, room_id, action, organisation_id, patient_id)
);

create index viewing_by_age on viewing (first_at);

grant select, insert, update, delete on viewing to ${runtime};
