-- A wake-up is told once something has been delivered, and not when it was planned (decision 51).
alter table wakeup
  add column planned_at timestamptz,
  -- How often its deliveries came to nothing, since it was last told or read: the rest grows with it.
  add column rounds int not null default 0;

update wakeup set planned_at = told_at;

-- What has not gone yet was told too early.
update wakeup w set told_at = null
where exists (
  select from delivery d where d.person_id = w.person_id and w.wakeup_id = any(d.wakeup_ids));

-- So was, of what still waits to be read or answered, everything of whoever has no channel.
update wakeup w set told_at = null, planned_at = null, due_at = now()
where w.kind <> 'APPROVED' and w.told_at is not null
  and not exists (select from person p where p.person_id = w.person_id and p.email is not null)
  and not exists (select from subscription s where s.person_id = w.person_id);

alter table wakeup add check (told_at is null or planned_at is not null);

drop index wakeup_due;
create index wakeup_due on wakeup (due_at) where planned_at is null;
create index wakeup_on_its_way on wakeup (person_id)
  where planned_at is not null and told_at is null;

alter table proposal_letter add column rounds int not null default 0;

-- How long to wait after this many times in vain; the two bounds in milliseconds.
create function pause_after(times int, first float8, longest float8) returns interval
  language sql immutable
  return least(first * power(2, least(times, 30)), longest) * interval '1 millisecond';

grant execute on function pause_after(int, float8, float8) to ${runtime};
