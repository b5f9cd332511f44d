-- The one letter that a proposal may ask for, to an address that its proposer typed. It is the
-- proposal's: the row goes once the letter has gone, or the question is no longer open.
create table proposal_letter (
  room_id    uuid primary key,
  patient_id uuid not null,
  email      text not null,
  due_at     timestamptz not null,
  planned_at timestamptz
);

create index proposal_letter_due on proposal_letter (due_at) where planned_at is null;

grant select, insert, update, delete on proposal_letter to ${runtime};

-- Which proposal's letter it is; none for what goes by a person's own channels.
alter table delivery
  add column room_id uuid,
  drop constraint delivery_person_id_channel_subscription_id_key,
  add constraint delivery_once
    unique nulls not distinct (person_id, channel, subscription_id, room_id);
