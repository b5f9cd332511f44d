package no.samsnakk.contracts.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * Messages that one person has read, or that have reached a device of hers: all from {@code
 * fromSeq} to {@code seq}, both included.
 *
 * @param at when it was so
 * @param exact whether it became so then; else it did then or before. Of the newest it is known.
 */
public record Mark(UUID personId, long fromSeq, long seq, Instant at, boolean exact) {}
