-- Events are sealed by who tells them (decision 41). Where those lie that nobody has sealed who may:
create table forged (
  topic     text not null,
  partition int not null,
  "offset"  bigint not null,
  at        timestamptz not null,
  primary key (topic, partition, "offset")
);

-- Where records end that were in Kafka before there were seals; drawn once, by the first start,
-- and taken away partition by partition by what is taken in from beyond.
create table unsealed_border (
  topic     text not null,
  partition int not null,
  topic_id  text not null,
  ends      bigint not null,
  primary key (topic, partition)
);

-- One row as long as it is still to be drawn: only a schema that is older than this has any such
-- records. In a new one the tables of its service come after this.
create table unsealed_border_due (since timestamptz not null);
insert into unsealed_border_due (since)
select now() where to_regclass('set_aside') is not null;

grant select, insert on forged to ${runtime};
grant select, insert, delete on unsealed_border to ${runtime};
grant select, delete on unsealed_border_due to ${runtime};
