-- Which of the places that somebody was shown are no messages: who agrees too, beside whom times fit.
create index entry_that_is_no_row on entry (room_id, from_seq)
  where action in ('MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED', 'APPOINTMENT_ANSWERED', 'AGREEMENT_ANSWERED');
drop index entry_of_no_row;
