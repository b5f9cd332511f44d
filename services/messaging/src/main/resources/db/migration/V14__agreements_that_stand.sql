-- What some agree on in somebody's rooms is found as what is proposed for meeting there is (V13).
create index entry_agreement on entry (room_id, about, seq desc) include (standing) where kind = 'AGREEMENT';
