-- An event is sealed when its row is appended, by who has the service's key and not by who has its
-- tables (decision 45). A row without its seal, or with another's, is not sent:
alter table outbox add column seal text;

create table outbox_refused (
  id         bigint primary key,
  refused_at timestamptz not null default now(),
  why        text not null
);

-- One row as long as what the version before has appended is still to be sealed. A new schema has
-- no such rows: the tables of its service come after this.
create table outbox_seal_due (since timestamptz not null);
insert into outbox_seal_due (since)
select now() where exists (select from flyway_schema_history where version = '1');

grant update (seal) on outbox to ${runtime};
grant select, insert on outbox_refused to ${runtime};
grant select, delete on outbox_seal_due to ${runtime};
