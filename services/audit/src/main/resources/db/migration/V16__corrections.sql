-- Which of the places that somebody was shown are no messages: that one was changed or taken back too, beside who agrees.
create index entry_beside_rows on entry (room_id, from_seq)
  where action in ('MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED', 'APPOINTMENT_ANSWERED', 'AGREEMENT_ANSWERED',
    'MESSAGE_EDITED', 'MESSAGE_RETRACTED');
drop index entry_that_is_no_row;
