-- The second read across a border (decision 24): until when a session lives. Messaging asks it when a
-- ticket is shown and every two seconds for its open sockets, so that a sign-out closes them without Kafka
-- too. A session that has ended has no row. Nothing here opens one or says whose it is (R9, R10).
create view session_v1 as
select session_id, least(ends_at, refresh_expires_at) as ends_at from session;

grant select on session_v1 to samsnakk_messaging;
