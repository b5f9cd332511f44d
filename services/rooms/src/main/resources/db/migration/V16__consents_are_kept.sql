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
