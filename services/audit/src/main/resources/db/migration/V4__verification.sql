-- When the log was verified, and what was found: so that instances share the work and the result.
create table verification (
  began_at  timestamptz primary key,
  head_seq  bigint,
  head_hash bytea,
  broken_at bigint,
  fault     text,
  check ((broken_at is null) = (head_hash is not null))
);

grant select, insert on verification to ${runtime};
