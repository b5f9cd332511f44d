-- Each yes of a patient to a room, as it was given, so that he can read it afterwards (decision 71): to which text, in
-- which language it stood on his screen, when, and who was named there. Nobody changes it.
create table consent (
  room_id      uuid not null references room,
  consent_id   uuid not null,
  text_version text not null,
  -- Null: his browser did not say.
  language     text check (language in ('nb', 'nn', 'en')),
  given_at     timestamptz not null,
  -- JSON. Null: nobody knows who stood on the page.
  named        text,
  primary key (room_id, consent_id)
);

-- From before only the text and the time are known.
insert into consent (room_id, consent_id, text_version, given_at)
select room_id, gen_random_uuid(), consent_text_version, consent_answered_at
  from room where status in ('ACTIVE', 'WITHDRAWN');

grant select, insert on consent to ${runtime};

-- While an upgrade rolls, the version before says yes without keeping it: of that one too the text and the time are
-- known. At the end of the transaction: this version keeps its own before it.
create function given_to_the_version_before() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  insert into consent (room_id, consent_id, text_version, given_at)
  select new.room_id, gen_random_uuid(), new.consent_text_version, new.consent_answered_at
   where not exists (
     select from consent c where c.room_id = new.room_id and c.given_at = new.consent_answered_at);
  return null;
end $$;
revoke execute on function given_to_the_version_before() from public;

create constraint trigger given_to_the_version_before after update of status on room
  deferrable initially deferred for each row
  when (new.status <> old.status and new.status = 'ACTIVE')
  execute function given_to_the_version_before();
