package no.samsnakk.platform.outbox;

/**
 * A row that this service has appended itself; nothing else is sent.
 *
 * @param seal to send it with
 */
record ProvenRecord(StoredRecord row, String seal) {}
