-- Whose screen closes is told why (decision 68): that the patient has taken his consent back, or has shown
-- her out. The view says so of those who had a seat, and nothing where neither is so (she left, her role has
-- ended). As before it is a join that messaging can lock; what is new stands last, where an older instance
-- does not look.
create or replace view access_v1 as
select s.room_id,
       s.person_id,
       s.organisation_id,
       case s.part
         when 'PATIENT' then r.status in ('ACTIVE', 'WITHDRAWN')
         else r.status = 'ACTIVE' and s.status = 'ACTIVE'
       end as may_read,
       r.status = 'ACTIVE' and s.status = 'ACTIVE' as may_write,
       r.access_epoch,
       case
         when s.part = 'PATIENT' then null
         when r.status = 'WITHDRAWN' and s.status = 'REMOVED' and s.closed_with_room then 'CONSENT_WITHDRAWN'
         when s.status = 'REMOVED' and s.refused_at = s.changed_at then 'SEAT_REMOVED'
       end as ended_by
  from room r
  join seat s on s.room_id = r.room_id
 where s.part = 'PATIENT' or s.person_id <> r.patient_id;
