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

  /**
   * A viewer was shown a message.
   *
   * @param accessEpoch the room's epoch that it says it was committed under
   */
  record Seen(int viewer, UUID roomId, long seq, UUID clientId, long accessEpoch) implements Note {}

  /** A viewer has let go of all she had of a room: what she is shown next may begin anywhere. */
  record Forgotten(int viewer, UUID roomId) implements Note {}

  /**
   * The viewer's access to the room was taken away, and that has been answered.
   *
   * @param accessEpoch the room's epoch since then
   */
  record AccessEnded(int viewer, UUID roomId, long accessEpoch) implements Note {}

  /** Somebody is about to give the viewer access again: from now on she may have it. */
  record AccessGiven(int viewer, UUID roomId) implements Note {}
}
