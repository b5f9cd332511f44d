-- A person is called and reached as she, BankID or her organisation's directory says (decision 32).
-- What somebody typed in a proposal belongs to the proposal.
alter table person
  alter column name drop not null,
  alter column name_source drop not null,
  -- Where her organisation reaches her, by its directory.
  add column directory_email text,
  -- Where she herself wants to be reached; goes before the directory's.
  add column own_email text,
  add constraint person_named check ((name is null) = (name_source is null));

-- The name that somebody typed for her stands in his room (patient_typed_name).
update person set name = null, name_source = null where name_source = 'TYPED';

-- From before: nobody can say of an address here whether the directory named it or somebody typed it.
-- Rooms empties the column when it starts, after the directory has been read again; see
-- no.samsnakk.rooms.address.UnsourcedAddresses.
comment on column person.email is 'Not used any more; of unknown source.';

-- Finds the event that asks for a letter, to delete it once the proposal is over.
create index outbox_letter on outbox (key) where payload like '%"letterTo":%';
