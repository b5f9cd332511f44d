package no.samsnakk.messaging.reading.history;

/**
 * How much is written in a room.
 *
 * @param messages the texts that were sent and not taken back, 0 or more
 * @param anything whether there is anything else, or anything at all
 */
public record Written(long messages, boolean anything) {}
