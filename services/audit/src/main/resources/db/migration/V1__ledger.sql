-- The log. What its columns promise and why they can be believed: no.samsnakk.audit.ledger.
create table entry (
  seq                   bigint primary key check (seq > 0),
  entry_id              uuid not null unique,
  recorded_at           timestamptz not null,
  at                    timestamptz not null,
  action                text not null,
  outcome               text not null,
  agent_id              uuid not null,
  agent_organisation_id uuid,
  room_id               uuid,
  patient_id            uuid,
  concerns              uuid,
  code                  text,
  view_id               uuid,
  from_seq              bigint,
  to_seq                bigint,
  until                 timestamptz,
  reason                text,
  canonical             bytea not null,
  prev_hash             bytea not null check (length(prev_hash) = 32),
  hash                  bytea not null,
  -- Not even a faulty writer gets in what does not hang together.
  constraint hash_is_of_the_content check (hash = sha256(prev_hash || canonical))
);

create index entry_by_room on entry (room_id, seq) where room_id is not null;
create index entry_by_agent on entry (agent_id, seq);
create index entry_by_organisation on entry (agent_organisation_id, seq)
  where agent_organisation_id is not null;
create index entry_by_patient on entry (patient_id, seq) where patient_id is not null;
create index entry_by_concerned on entry (concerns, seq) where concerns is not null;
create index entry_by_view on entry (view_id, seq) where view_id is not null;
-- Entries come nearly in the order of time: a few pages say where to look.
create index entry_by_time on entry using brin (at);

-- R7 begins here: whoever has the service's credentials can add, and nothing else.
grant select, insert on entry to ${runtime};

-- Records that could not be read: where they lie in Kafka, never what was in them (R9).
create table set_aside (
  topic     text not null,
  partition int not null,
  "offset"  bigint not null,
  at        timestamptz not null,
  primary key (topic, partition, "offset")
);

grant select, insert on set_aside to ${runtime};
