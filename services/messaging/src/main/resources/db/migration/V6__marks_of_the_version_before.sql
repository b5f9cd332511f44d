-- While an upgrade rolls, the version before marks "all up to seq" and knows of no ranges: it is kept as it means
-- it. From this version on no mark comes without them, and nothing here is run for one.
create function all_up_to_seq() returns trigger language plpgsql set search_path = messaging, pg_temp as $$
begin
  new.ranges := new.ranges + int8multirange(int8range(1, new.seq, '[]'));
  return new;
end $$;
revoke execute on function all_up_to_seq() from public;

create trigger begun_by_the_version_before before insert on read_mark
  for each row when (new.ranges = '{}') execute function all_up_to_seq();
create trigger moved_by_the_version_before before update on read_mark
  for each row when (new.seq > old.seq and new.ranges = old.ranges) execute function all_up_to_seq();

-- What it has marked since V4.
update read_mark set ranges = ranges + int8multirange(int8range(1, seq, '[]')) where not ranges @> seq;
