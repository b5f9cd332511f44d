-- A browser that is signed in. The cookie's secret is not here, only its SHA-256 (R10).
create table session (
  session_id         uuid primary key,
  secret_hash        text not null unique,
  person_id          uuid not null,
  subject            text not null,
  provider_sid       text,
  -- access and refresh token, sealed with the session key for this session id
  tokens             bytea not null,
  access_expires_at  timestamptz not null,
  refresh_expires_at timestamptz not null,
  started_at         timestamptz not null,
  ends_at            timestamptz not null,
  -- until when one instance has the refresh to itself: nothing outside runs in a transaction (R12)
  refreshing_until   timestamptz
);

create index session_by_provider_sid on session (provider_sid);
create index session_by_subject on session (subject);
create index session_by_end on session (least(ends_at, refresh_expires_at));

-- A browser that has been sent to the issuer and is not back yet.
create table login (
  state_hash  text primary key,
  secret_hash text not null,
  -- nonce, verifier and where to go afterwards, sealed for this state
  secrets     bytea not null,
  expires_at  timestamptz not null
);

create index login_by_secret on login (secret_hash);
create index login_by_expiry on login (expires_at);

grant select, insert, update, delete on session to ${runtime};
grant select, insert, delete on login to ${runtime};
