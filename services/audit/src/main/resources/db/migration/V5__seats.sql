-- Who sits in a room without an approval in the log, and since when that is known.
create table seat_without_approval (
  room_id   uuid not null,
  person_id uuid not null,
  found_at  timestamptz not null,
  told_at   timestamptz,
  primary key (room_id, person_id)
);

-- When it was looked for them, so that instances share the work.
create table seat_check (
  at timestamptz primary key
);

grant select, insert, update, delete on seat_without_approval to ${runtime};
grant select, insert on seat_check to ${runtime};

create index entry_of_seats on entry (room_id, seq)
  where action in ('SEAT_PROPOSED', 'SEAT_APPROVED', 'SEAT_DECLINED', 'SEAT_REMOVED',
                   'CONSENT_GIVEN', 'CONSENT_WITHDRAWN');
