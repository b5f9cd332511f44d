-- What is done once. Rooms may add to it and take nothing away, so that nobody has it done again with its password.
create table done_once (
  what text primary key
);

grant select, insert on done_once to ${runtime};
