-- When a person read what, or got it (decision 54): the newest of what she marked, each with its time, the newest first. What
-- is marked and is not among them was marked when the oldest of them was, or before; where there are none, at "at"
-- or before.
create type timed_stretch as (from_seq bigint, seq bigint, at timestamptz);
alter table read_mark add column newest timed_stretch[] not null default '{}';
alter table received_mark add column newest timed_stretch[] not null default '{}';

-- While an upgrade rolls, the version before marks without them: then "at" is all that is known.
create function untimed() returns trigger language plpgsql set search_path = messaging, pg_temp as $$
begin
  new.newest := '{}';
  return new;
end $$;
revoke execute on function untimed() from public;

create trigger untimed_by_the_version_before before update on read_mark
  for each row when (new.ranges <> old.ranges and new.newest = old.newest) execute function untimed();
create trigger untimed_by_the_version_before before update on received_mark
  for each row when (new.ranges <> old.ranges and new.newest = old.newest) execute function untimed();
