-- Whoever was told of an entry that names her, and has read in the room since without that very entry on her screen, knows
-- of it and is told no more; unless it went where she does not read.
alter table addressed add column known boolean not null default false;
create index addressed_untold on addressed (room_id, person_id, seq) where not (seen or known);
create index addressed_known on addressed (person_id) where known and not seen;
