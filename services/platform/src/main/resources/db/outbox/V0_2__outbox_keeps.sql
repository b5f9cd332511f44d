-- The outbox keeps what it has sent, so that Kafka can be filled anew when it has lost its data
-- (decision 25). What is still to be sent stands in a narrow table of its own.
create table outbox_unsent (
  id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

insert into outbox_unsent (id) select id from outbox;

-- Which topic it was that each event was sent to: one that was made anew has another id.
create table outbox_topic (
  topic    text primary key,
  topic_id text not null
);

grant select, insert, delete on outbox_unsent to ${runtime};
grant select, insert, update on outbox_topic to ${runtime};
