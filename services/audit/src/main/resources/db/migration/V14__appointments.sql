-- Which of the places that somebody was shown are no messages: whom times fit too, beside short answers and questions.
create index entry_of_no_row on entry (room_id, from_seq)
  where action in ('MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED', 'APPOINTMENT_ANSWERED');
drop index entry_of_no_message;
