package no.samsnakk.bench.history;

import java.util.UUID;

/** Something a client did or met, written down in the order it happened. */
public sealed interface Note {

  /** A client has sent a message and not heard of it yet. */
  record Invoked(UUID roomId, UUID clientId) implements Note {}

  /** The server has said that it is kept, as number {@code seq} of its room. */
  record Acknowledged(UUID clientId, long seq) implements Note {}

  /** The server has said that it is not kept. */
  record Refused(UUID clientId) implements Note {}

  /** There will be no answer: it may be kept or not, but not twice. */
  record Unknown(UUID clientId) implements Note {}

  /** A viewer was shown a message. */
  record Seen(int viewer, UUID roomId, long seq, UUID clientId) implements Note {}
}
