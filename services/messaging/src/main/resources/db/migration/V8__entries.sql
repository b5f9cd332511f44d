-- What is said in a room is an entry, of whichever kind. Today's messages become entries of kind
-- TEXT. Their texts are as they were written: format 0 is a bare text, bound to room and id alone.
alter table message rename to entry;
alter table entry rename column message_id to entry_id;
alter table entry rename constraint message_pkey to entry_pkey;
alter table entry rename constraint message_room_id_sender_id_client_id_key
  to entry_room_id_sender_id_client_id_key;
alter table entry
  add column class text not null default 'VISIBLE' check (class in ('VISIBLE', 'AMENDS', 'SILENT')),
  add column format integer not null default 0 check (format >= 0);

-- For instances of the version before, while an upgrade rolls: what they write becomes an entry of
-- format 0. What newer ones write does not open there. Goes with the version after this one.
create view message with (security_invoker = true) as
  select room_id, seq, entry_id as message_id, client_id, sender_id, organisation_id, kind,
    ciphertext, sent_at, access_epoch
  from entry;
grant select, insert on message to ${runtime};
