package no.samsnakk.contracts.conversation;

import java.time.Instant;
import java.util.UUID;

/** Somebody has read the room up to and including {@code seq}. */
public record Mark(UUID personId, long seq, Instant at) {}
