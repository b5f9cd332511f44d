-- Whose turn it is to propose a room under an id that has no row yet: whoever has locked the row that the id falls to,
-- until his transaction ends. An advisory lock any service's role could hold; these rows only rooms' own can lock.
insert into turn (name) select 'room-' || generate_series(0, 63);
