-- What the sums of a day are made of (no.samsnakk.audit.accesslog.Looks): who looked, was refused
-- or searched, found by when it was done, without the messages that were written meanwhile.
create index entry_of_day on entry (room_id, at)
  where action in
    ('ROOM_VIEWED', 'ROOM_REFRESHED', 'MESSAGES_VIEWED', 'LOG_VIEWED', 'REFUSED', 'LOG_SEARCHED');
