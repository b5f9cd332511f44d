-- How many letters proposers asked for in a day: each counted for the proposer and for the address, both as keyed
-- hashes, so that neither can be read from it. Rows of earlier days go.
create table letters_asked (
  whose   text not null,
  day     date not null,
  letters int not null check (letters > 0),
  primary key (whose, day)
);

create index letters_asked_on on letters_asked (day);

grant select, insert, update, delete on letters_asked to ${runtime};
