-- Which of the places that somebody was shown are short answers and no messages: looked up for each view that is shown.
create index entry_of_answer on entry (room_id, from_seq) where action = 'MESSAGE_ACKNOWLEDGED';
