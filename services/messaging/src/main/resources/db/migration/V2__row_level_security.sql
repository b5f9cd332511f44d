-- The second wall (decision 23): what the running service reads it reads for somebody, and PostgreSQL
-- shows it nothing else. A transaction that has said nothing sees no message, no mark and no view.
--
--   samsnakk.person   the one person whom this transaction reads for
--   samsnakk.scope    the server's own business, which concerns many rooms at once: writer, delivery,
--                     marks, views, keys
--
-- Both are set with SET LOCAL in the statement that begins the transaction (Scope.java), and are gone
-- with it. Every right is computed once for a statement, not once for each row: what depends on
-- nothing in the row stands in a subquery of its own, and a person's rooms are a short list.
-- The owner, who migrates, is not bound by it.

-- As the transaction has set them; after one that has, PostgreSQL leaves an empty text.
create function person() returns uuid language sql stable parallel safe
  return nullif(current_setting('samsnakk.person', true), '')::uuid;
create function scope() returns text language sql stable parallel safe
  return coalesce(current_setting('samsnakk.scope', true), '');

-- The rooms that the person may read. With the rights of the one who asks, and looked up when it is
-- called: rooms may be set up after messaging.
create function readable_rooms() returns setof uuid language plpgsql stable rows 20 as $$
begin
  return query
    select a.room_id from rooms.access_v1 a where a.person_id = messaging.person() and a.may_read;
end
$$;
revoke execute on function person(), scope(), readable_rooms() from public;
grant execute on function person(), scope(), readable_rooms() to ${runtime};

alter table message enable row level security;
create policy reading on message for select using (
  (select scope()) in ('writer', 'delivery')
  or room_id in (select readable_rooms()));
create policy writing on message for insert with check ((select scope()) = 'writer');

alter table read_mark enable row level security;
create policy reading on read_mark for select using (
  (select scope()) = 'marks'
  or room_id in (select readable_rooms()));
create policy marking on read_mark for insert with check ((select scope()) = 'marks');
create policy moving on read_mark for update using ((select scope()) = 'marks');

-- Who has seen what is read by nobody through messaging; a view begins in its own person's name.
alter table view_interval enable row level security;
create policy beginning on view_interval for insert with check (person_id = (select person()));
create policy looking_after on view_interval for select using ((select scope()) = 'views');
create policy ending on view_interval for update using ((select scope()) = 'views');
