-- Counts of refusals or views that could not be told when their window was over, which no version of this program has
-- written: kept so that somebody can look at them (no.samsnakk.platform.audittrail).
create table window_refused (
  refused_at timestamptz not null default now(),
  counted    jsonb not null,
  why        text not null
);

grant insert on window_refused to ${runtime};
