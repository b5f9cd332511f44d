-- The one read across a border (design, part 3): who may read and write where. Messaging locks the row
-- FOR SHARE in the transaction that writes a message, and so waits for a change of access, or is waited
-- for (R4). The room comes first in FROM: a locker takes it before the seat, as the service itself does.
-- A join, no aggregate, no outer join: otherwise it could not be locked. It cannot be updated either.
-- Not a security_barrier: that would keep joins out of the view, and a batch that locks its own ten rows
-- by a join would lock every room there is. What the view hides it hides by not having the columns.
create view access_v1 as
select s.room_id,
       s.person_id,
       s.organisation_id,
       case s.part
         when 'PATIENT' then r.status in ('ACTIVE', 'WITHDRAWN')
         else r.status = 'ACTIVE' and s.status = 'ACTIVE'
       end as may_read,
       r.status = 'ACTIVE' and s.status = 'ACTIVE' as may_write,
       r.access_epoch
  from room r
  join seat s on s.room_id = r.room_id
 where s.part = 'PATIENT' or s.person_id <> r.patient_id;

-- UPDATE is what PostgreSQL asks of those who lock FOR SHARE.
grant select, update on access_v1 to samsnakk_messaging;
grant select on access_v1 to ${runtime};
