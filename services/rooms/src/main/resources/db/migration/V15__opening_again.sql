-- A room that the patient has said no to may be opened again by his own yes (decision 70). Those whose places his no
-- took are asked about anew; whoever had lost hers before is not: so each place remembers what emptied it.
alter table seat add column closed_with_room boolean not null default false;

-- From before: an answer about the whole room stands in its seats with its own time.
update seat s set closed_with_room = true
  from room r
 where r.room_id = s.room_id
   and (r.status = 'WITHDRAWN' and s.status = 'REMOVED' and s.changed_at = r.consent_withdrawn_at
     or r.status = 'DECLINED' and s.status = 'DECLINED' and s.changed_at = r.consent_answered_at);

alter table seat add constraint seat_closed check (not closed_with_room or status in ('DECLINED', 'REMOVED'));

-- Opened again without its proposer: to her his no stands, and she waits before she asks him again.
alter table room add column standing_no_at timestamptz;

-- While an upgrade rolls, the version before empties the seats with the room, and does not say so in them.
create function closed_by_the_version_before() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  update seat s set closed_with_room = true
   where s.room_id = new.room_id and not s.closed_with_room
     and (new.status = 'WITHDRAWN' and s.status = 'REMOVED' and s.changed_at = new.consent_withdrawn_at
       or new.status = 'DECLINED' and s.status = 'DECLINED' and s.changed_at = new.consent_answered_at);
  return null;
end $$;
revoke execute on function closed_by_the_version_before() from public;

-- At the end of the transaction: whichever of the room and its seats is written first.
create constraint trigger closed_by_the_version_before after update of status on room
  deferrable initially deferred for each row
  when (new.status <> old.status and new.status in ('WITHDRAWN', 'DECLINED'))
  execute function closed_by_the_version_before();
