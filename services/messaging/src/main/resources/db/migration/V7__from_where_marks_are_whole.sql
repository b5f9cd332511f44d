-- Of who passes over more than is kept the first stretches are let go: of what lies before this message it is not
-- known any more what she has read, also once those that are left have been joined (decision 54).
alter table read_mark add column whole_from bigint not null default 1;
alter table received_mark add column whole_from bigint not null default 1;

-- Who may have had more than a thousand stretches so far: in a room of fewer messages nobody had. What has been let
-- go of hers is before all that is kept.
update read_mark r set whole_from = lower(r.ranges)
from conversation c where c.room_id = r.room_id and c.last_seq > 2000 and not isempty(r.ranges);
