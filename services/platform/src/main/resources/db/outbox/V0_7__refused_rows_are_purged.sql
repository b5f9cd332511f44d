-- That a row was refused is kept as long as the row.
delete from outbox_refused r where not exists (select from outbox o where o.id = r.id);

grant delete on outbox_refused to ${runtime};
