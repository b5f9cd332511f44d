-- Which of the places that somebody was shown are no messages: questions too, beside short answers.
create index entry_of_no_message on entry (room_id, from_seq)
  where action in ('MESSAGE_ACKNOWLEDGED', 'QUESTION_CHANGED');
drop index entry_of_answer;
