-- Who may read in a room without a yes of its patient in the log: room_id, person_id.
--
-- rooms.access_v1 says who may read. The last word about her in the log has to be an approval, or,
-- for the patient, his own consent; after his withdrawal he may read, and nobody may write.
select a.room_id, a.person_id
  from rooms.access_v1 a
 where a.may_read
   and not coalesce((
     select case e.action
              when 'SEAT_APPROVED' then true
              when 'CONSENT_GIVEN' then true
              when 'CONSENT_WITHDRAWN' then e.agent_id = a.person_id and not a.may_write
              else false
            end
       from audit.entry e
      where e.room_id = a.room_id
        and e.outcome = 'SUCCESS'
        and e.action in ('SEAT_PROPOSED', 'SEAT_APPROVED', 'SEAT_DECLINED', 'SEAT_REMOVED',
                         'CONSENT_GIVEN', 'CONSENT_WITHDRAWN')
        and case e.action
              when 'CONSENT_GIVEN' then e.agent_id = a.person_id
              when 'CONSENT_WITHDRAWN' then true
              else e.concerns = a.person_id
            end
      order by e.seq desc
      limit 1), false)
 order by a.room_id, a.person_id
 limit 10000
