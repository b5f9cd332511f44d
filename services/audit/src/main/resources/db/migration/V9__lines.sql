-- What is joined into one line is found by equality alone, as no.samsnakk.audit.accesslog.LogReader
-- compares it: entries of other rooms and tellers that name the same view are not looked at. No room
-- has the id that stands for none.
drop index entry_by_view;
create index entry_of_line on entry (view_id, agent_id, action,
    coalesce(room_id, '00000000-0000-0000-0000-000000000000'),
    (case when action = 'REFUSED' then coalesce(teller, '') else '' end), seq)
  where view_id is not null;
