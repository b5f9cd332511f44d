-- When the issuer was last asked whether the session lives there, or has been given to one that asks.
alter table session add column asked_at timestamptz not null default now();

create index session_by_asked on session (asked_at);
