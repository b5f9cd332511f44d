-- Who proposed a room may take the question back until it is answered.
alter table room
  add column retracted_at timestamptz,
  drop constraint room_status_check,
  drop constraint room_check,
  drop constraint room_check1,
  add constraint room_status_check
    check (status in ('PROPOSED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'RETRACTED')),
  add constraint room_answered
    check ((status in ('PROPOSED', 'RETRACTED')) = (consent_answered_at is null)),
  add constraint room_answered_to
    check ((status in ('PROPOSED', 'RETRACTED')) = (consent_text_version is null)),
  add constraint room_retracted check ((status = 'RETRACTED') = (retracted_at is not null));
