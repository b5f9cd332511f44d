-- A letter to the address to which somebody's letters went until she changed it. The address is the delivery's alone:
-- it goes with the row, once the letter has gone or is given up.
alter table delivery
  add column former_email text,
  drop constraint delivery_once,
  add constraint delivery_once
    unique nulls not distinct (person_id, channel, subscription_id, room_id, former_email);
