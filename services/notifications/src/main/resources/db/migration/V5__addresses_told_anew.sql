-- Some of these were typed by a stranger (decision 32). Rooms tells anew, when it starts, how everybody is
-- reached whose address is the directory's or her own; nobody gets a letter at any other.
update person set email = null;
