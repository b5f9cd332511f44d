-- Which messages were taken back. It is kept, for an entry may be told again after it, or only then (R12).
create table retracted (
  room_id uuid   not null,
  seq     bigint not null,
  primary key (room_id, seq)
);
grant select, insert on retracted to ${runtime};

-- For which places in the room somebody is woken, read or not: what is taken back goes out of it. "last_seq" is the last
-- of them. What waits already may be for any place up to there.
alter table wakeup add column seqs int8multirange not null default '{}';
update wakeup set seqs = int8multirange(int8range(1, last_seq, '[]')) where kind = 'MESSAGE';

-- While an upgrade rolls, the version before does not say for which: it may be for any place up to the last, so that
-- nothing that is taken back leaves nothing. From this version on no place is added without being named, and this is run
-- for nothing else but who is told of a question anew.
create function any_up_to_last_seq() returns trigger language plpgsql set search_path = notifications, pg_temp as $$
begin
  new.seqs := new.seqs + int8multirange(int8range(1, new.last_seq, '[]'));
  return new;
end $$;
revoke execute on function any_up_to_last_seq() from public;

create trigger made_by_the_version_before before insert on wakeup
  for each row when (new.kind = 'MESSAGE' and new.seqs = '{}') execute function any_up_to_last_seq();
create trigger added_to_by_the_version_before before update of last_seq on wakeup
  for each row when (new.kind = 'MESSAGE' and new.seqs = old.seqs) execute function any_up_to_last_seq();

-- Whoever never reads is woken for more and more: beyond a hundred stretches it is all from the first to the last.
create function at_most_a_hundred(seqs int8multirange) returns int8multirange
  language sql immutable
  return case
    when (select count(*) from unnest(seqs)) > 100 then int8multirange(range_merge(seqs)) else seqs end;

grant execute on function at_most_a_hundred(int8multirange) to ${runtime};
