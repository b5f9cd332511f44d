package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** Somebody has read the room up to and including {@code seq}; never goes backwards. */
public record MessagesRead(UUID roomId, UUID personId, long seq, Instant at)
    implements MessageEvent {}
