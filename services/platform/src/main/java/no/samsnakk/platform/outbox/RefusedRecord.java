package no.samsnakk.platform.outbox;

/**
 * A row that is not sent.
 *
 * @param why names the kind of trouble, and repeats nothing of the row
 */
record RefusedRecord(long id, String why) {}
