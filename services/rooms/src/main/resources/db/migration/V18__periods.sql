-- Whoever changes a room meanwhile has done it before what follows looks, or does it after the trigger is there. In the
-- order in which rooms writes them.
lock table room, seat in share row exclusive mode;

-- When somebody was in a room (FHIR: CareTeam.participant.period), so that the conversation can say who came and who
-- left (decision 75). The patient's own is the time in which the room was open.
create table seat_period (
  room_id     uuid not null,
  seat_id     uuid not null,
  period_id   uuid not null default gen_random_uuid(),
  started_at  timestamptz not null,
  -- The epoch that it began and ended with: what was said before carries a lower one. Null: it is from before periods
  -- were kept.
  start_epoch bigint,
  ended_at    timestamptz,
  end_epoch   bigint,
  ended_by    text check (ended_by in ('ROOM_CLOSED', 'LEFT', 'REMOVED', 'ROLE_ENDED')),
  primary key (room_id, period_id),
  foreign key (room_id, seat_id) references seat,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is not null or end_epoch is null)
);
create unique index seat_period_open on seat_period (room_id, seat_id) where ended_at is null;

-- From before it is known who is in now and since when, and when a room was open last.
insert into seat_period (room_id, seat_id, started_at)
select s.room_id, s.seat_id, greatest(s.changed_at, r.consent_answered_at)
  from room r join seat s on s.room_id = r.room_id
 where r.status = 'ACTIVE' and s.status = 'ACTIVE' and (s.part = 'PATIENT' or s.person_id <> r.patient_id);

insert into seat_period (room_id, seat_id, started_at, ended_at, ended_by)
select s.room_id, s.seat_id, r.consent_answered_at, r.consent_withdrawn_at, 'ROOM_CLOSED'
  from room r join seat s on s.room_id = r.room_id
 where r.status = 'WITHDRAWN' and s.part = 'PATIENT';

-- Rooms reads them; only what happens to a seat writes them, whichever version of rooms lets it happen.
grant select on seat_period to ${runtime};

-- Every change raises the epoch (R4). At the end of its transaction, when the room and its seats are written, periods
-- follow those who take part: as access_v1 says it, where that is defined. The patient's own row there is that of his
-- own seat, whoever has invited him to help.
create function keep_periods() returns trigger language plpgsql security definer
  set search_path = rooms, pg_temp as $$
declare
  now_is room%rowtype;
begin
  select * into now_is from room where room_id = new.room_id;

  update seat_period p
     set ended_at = now_is.changed_at,
         end_epoch = now_is.access_epoch,
         ended_by = case
           when now_is.status <> 'ACTIVE' then 'ROOM_CLOSED'
           when s.refused_at = s.changed_at then 'REMOVED'
           when exists (select from role o where o.role_id = s.role_id and o.ended_at is not null) then 'ROLE_ENDED'
           else 'LEFT'
         end
    from seat s
   where p.room_id = now_is.room_id and p.ended_at is null
     and s.room_id = p.room_id and s.seat_id = p.seat_id
     and not exists (
       select from access_v1 a where a.room_id = s.room_id and a.person_id = s.person_id and a.may_write);

  insert into seat_period (room_id, seat_id, started_at, start_epoch)
  select s.room_id, s.seat_id, now_is.changed_at, now_is.access_epoch
    from seat s
   where s.room_id = now_is.room_id and s.status = 'ACTIVE'
     and (s.part = 'PATIENT' or s.person_id <> now_is.patient_id)
     and exists (
       select from access_v1 a where a.room_id = s.room_id and a.person_id = s.person_id and a.may_write)
     and not exists (
       select from seat_period p where p.room_id = s.room_id and p.seat_id = s.seat_id and p.ended_at is null);
  return null;
end $$;
revoke execute on function keep_periods() from public;

create constraint trigger keep_periods after update of access_epoch on room
  deferrable initially deferred for each row
  when (new.access_epoch <> old.access_epoch)
  execute function keep_periods();
