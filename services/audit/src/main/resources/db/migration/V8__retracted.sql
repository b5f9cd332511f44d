-- A proposal that was taken back was nobody's room: its number may have been a stranger's, who sees nothing of it
-- (R1). Those from before are known by their entries.
alter table room add column retracted boolean not null default false;

update room set retracted = true
where room_id in (
  select room_id from entry
  where action = 'PROPOSAL_RETRACTED' and outcome = 'SUCCESS' and (teller is null or teller = 'rooms'));
