-- Every service has one of its own; why it loses nothing: no.samsnakk.platform.outbox.
create table outbox (
  id          bigint generated always as identity primary key,
  event_id    uuid not null,
  topic       text not null,
  key         text not null,
  payload     text not null,
  traceparent text,
  created_at  timestamptz not null default now()
);

grant select, insert, delete on outbox to ${runtime};
