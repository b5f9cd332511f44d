-- Whom a patient has blocked (decision 79): she can be neither invited nor approved, nor come in by a role, and what she
-- had is gone. Who has taken a block back has none; that there was one only the log tells.
create table block (
  patient_id uuid not null references person,
  person_id  uuid not null references person,
  blocked_at timestamptz not null,
  primary key (patient_id, person_id),
  check (patient_id <> person_id)
);

grant select, insert, delete on block to ${runtime};

-- Somebody was asked for whom the patient has blocked. It is a no, and he is not asked; to all others she waits for his
-- answer as anybody would, or they would learn of the block.
alter table seat
  add column unasked boolean not null default false,
  add constraint seat_unasked check (not unasked or status = 'DECLINED');
create index seat_unasked on seat (room_id) where unasked;

-- While an upgrade rolls, the version before knows nothing of it: what it makes of such a seat is what it says.
create function asked_by_the_version_before() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  new.unasked = false;
  return new;
end $$;
revoke execute on function asked_by_the_version_before() from public;
create trigger asked_by_the_version_before before update on seat for each row
  when (old.unasked and new.unasked and new.status <> old.status)
  execute function asked_by_the_version_before();

-- A block beats every right from its own commit on, before the seats are emptied; and whose screen closes by it is told
-- what anybody is told who is shown out. As before it is a join that messaging can lock: what stands in an EXISTS is not
-- locked, and need not be (decision 79).
create or replace view access_v1 as
select s.room_id,
       s.person_id,
       s.organisation_id,
       case s.part
         when 'PATIENT' then r.status in ('ACTIVE', 'WITHDRAWN')
         else r.status = 'ACTIVE' and s.status = 'ACTIVE'
           and not exists (select from block b where b.patient_id = r.patient_id and b.person_id = s.person_id)
       end as may_read,
       r.status = 'ACTIVE' and s.status = 'ACTIVE'
         and not exists (select from block b where b.patient_id = r.patient_id and b.person_id = s.person_id)
         as may_write,
       r.access_epoch,
       case
         when s.part = 'PATIENT' then null
         when r.status = 'WITHDRAWN' and s.status = 'REMOVED' and s.closed_with_room then 'CONSENT_WITHDRAWN'
         when s.status = 'REMOVED' and s.refused_at = s.changed_at then 'SEAT_REMOVED'
         when r.status = 'ACTIVE' and s.status = 'ACTIVE'
           and exists (select from block b where b.patient_id = r.patient_id and b.person_id = s.person_id)
           then 'SEAT_REMOVED'
       end as ended_by
  from room r
  join seat s on s.room_id = r.room_id
 where s.part = 'PATIENT' or s.person_id <> r.patient_id;

-- As in V18; and whose right a block has taken was shown out, also where another change of the room comes before her
-- seat is emptied.
create or replace function keep_periods() returns trigger language plpgsql security definer
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
           when exists (
             select from block b where b.patient_id = now_is.patient_id and b.person_id = s.person_id) then 'REMOVED'
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
