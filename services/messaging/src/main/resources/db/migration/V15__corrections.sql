-- What changes or takes back texts is found by the texts that it is about, wherever it stands itself.
create index entry_correction on entry (room_id, about, seq) where kind in ('EDIT', 'RETRACTION');
-- Who takes back a message says so under the room's lock, and who had read it is written down with it.
alter policy reading on read_mark using (
  (select scope()) in ('marks', 'writer')
  or room_id in (select readable_rooms()));
