-- Whom somebody has proposed a room for before, so that asking again can be put off (decision 40).
create index room_of_patient on room (patient_id);

-- How often the patient has refused who was to sit here, since he last said yes, and when last.
alter table seat
  add column refusals int not null default 0,
  add column refused_at timestamptz,
  add constraint seat_refused check ((refusals > 0) = (refused_at is not null));

-- A seat from before does not say who emptied it; it is taken for the patient's no.
update seat set refusals = 1, refused_at = changed_at
 where part = 'HELPER' and status in ('DECLINED', 'REMOVED');
