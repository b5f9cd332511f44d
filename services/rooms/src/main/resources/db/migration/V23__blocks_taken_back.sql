-- How many blocks somebody has taken back, ever: a page that is to send one again, whose answer it never got, sees by it
-- that he has perhaps taken it back since, on another device (decision 56). It tells of nobody whom he had blocked.
alter table person add column blocks_taken_back bigint not null default 0;

-- By the row itself: while an upgrade rolls, the version before takes blocks back too.
create function block_taken_back() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  update person set blocks_taken_back = blocks_taken_back + 1 where person_id = old.patient_id;
  return null;
end $$;
revoke execute on function block_taken_back() from public;
create trigger block_taken_back after delete on block for each row execute function block_taken_back();
