-- Keys that are rotated while people write, and destroyed (decision 22).

-- The names of the keys that wrap the rooms' keys; the keys themselves lie outside the database (R9). A
-- name goes when its key is dropped, and cannot while a room hangs on it: neither can an instance that
-- has not heard of it wrap a new room with a key that nobody has any more.
create table wrapping_key (
  name    text primary key,
  made_at timestamptz not null default now()
);

alter table room_key
  alter column keyset drop not null,
  add column version    integer not null default 1,
  -- Null only for rooms from before there were names.
  add column wrapped_by text references wrapping_key,
  -- When it was last rotated or destroyed: instances ask for what is new and let go of theirs.
  add column changed_at timestamptz,
  add column erased_at  timestamptz,
  add constraint erased_is_gone check ((keyset is null) = (erased_at is not null)),
  add constraint erased_hangs_on_nothing check (erased_at is null or wrapped_by is null);
create index room_key_changed on room_key (changed_at) where changed_at is not null;
create index room_key_wrapped_by on room_key (wrapped_by);

-- Whose key is gone stays without: nobody is shown such a row to change.
alter table room_key enable row level security;
create policy reading on room_key for select using (true);
create policy beginning on room_key for insert with check ((select scope()) = 'writer');
create policy changing on room_key for update
  using ((select scope()) = 'keys' and erased_at is null) with check ((select scope()) = 'keys');

grant select, insert, delete on wrapping_key to ${runtime};
grant update (keyset, version, wrapped_by, changed_at, erased_at) on room_key to ${runtime};
