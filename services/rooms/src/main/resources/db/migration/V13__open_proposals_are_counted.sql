-- Whose turn it is to propose one room more: whoever has locked the row that the proposer falls to, until his
-- transaction ends.
insert into turn (name) select 'proposer-' || generate_series(0, 63);

create index room_open_of_proposer on room (proposed_by) where status = 'PROPOSED';
