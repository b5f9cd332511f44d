package no.samsnakk.contracts.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * Messages that one person has read, or that have reached a device of hers: all from {@code
 * fromSeq} to {@code seq}, both included.
 *
 * @param at when she read last in the room, or last got something
 */
public record Mark(UUID personId, long fromSeq, long seq, Instant at) {}
