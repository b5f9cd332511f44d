-- Since which access epoch somebody is in a room: who came later is not woken for what was written
-- before, not even when Kafka was filled anew and tells it all again (decision 25).
alter table member add column since_epoch bigint not null default 0;
