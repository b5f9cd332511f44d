-- Which messages a person has read: those that were on her screen, and no others (decision 54). "seq" is the
-- furthest of them. Until now a mark said "all up to it", and for what was marked then it still does.
alter table read_mark add column ranges int8multirange not null default '{}';
update read_mark set ranges = int8multirange(int8range(1, seq, '[]'));

-- Which messages have reached a device of hers, whether she looks or not. Weaker than having read.
create table received_mark (
  room_id   uuid not null,
  person_id uuid not null,
  seq       bigint not null check (seq > 0),
  at        timestamptz not null,
  ranges    int8multirange not null,
  primary key (room_id, person_id)
) with (fillfactor = 70);
grant select, insert, update on received_mark to ${runtime};

alter table received_mark enable row level security;
create policy reading on received_mark for select using (
  (select scope()) = 'marks'
  or room_id in (select readable_rooms()));
create policy marking on received_mark for insert with check ((select scope()) = 'marks');
create policy moving on received_mark for update using ((select scope()) = 'marks');
