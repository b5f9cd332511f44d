-- When the person last did something, and when the session ends unless she does more. What her
-- browser does by itself moves neither. With defaults for an older instance that does not know them.
alter table session
  add column active_at timestamptz not null default now(),
  add column idle_ends_at timestamptz not null default now() + interval '1 hour',
  -- What she knows the device by, and no more of what the browser says of itself.
  add column browser text not null default 'OTHER',
  add column system text not null default 'OTHER';

drop index session_by_end;
create index session_by_end on session (least(ends_at, refresh_expires_at, idle_ends_at));
create index session_by_person on session (person_id);

create or replace view session_v1 as
select session_id, least(ends_at, refresh_expires_at, idle_ends_at) as ends_at from session;
