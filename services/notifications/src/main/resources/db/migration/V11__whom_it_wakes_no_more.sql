-- There is nothing more to tell her of an entry once that very entry has been on her screen, or she was told of it and
-- has read in the room since. A mark further on alone says nothing of it. It is kept once it is settled, for an entry
-- may be told again (R12). The version before says `seen`, of the first of the two alone, and goes on doing so until no
-- instance of it is left; then it can go.
alter table addressed add column settled boolean not null default false;
update addressed set settled = true where seen;
create index addressed_unsettled on addressed (room_id, person_id, seq) where not settled;
