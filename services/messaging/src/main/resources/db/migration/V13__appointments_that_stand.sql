-- What is proposed or agreed in somebody's rooms is found as what waits for an answer there is (V11).
create index entry_appointment on entry (room_id, about, seq desc) include (standing) where kind = 'APPOINTMENT';
