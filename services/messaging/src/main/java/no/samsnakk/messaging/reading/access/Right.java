package no.samsnakk.messaging.reading.access;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person may do in one room, and on whose behalf.
 *
 * @param endedBy what took it from her, as rooms calls it; none where she has it, or has given it
 *     up herself
 */
public record Right(
    @Nullable UUID organisationId, boolean mayRead, boolean mayWrite, @Nullable String endedBy) {
  /** Both of two seats that the same person has in a room; where they ended otherwise, nothing. */
  Right or(Right other) {
    var speaking = mayWrite || !other.mayWrite ? this : other;
    return new Right(
        speaking.organisationId,
        mayRead || other.mayRead,
        mayWrite || other.mayWrite,
        Objects.equals(endedBy, other.endedBy) ? endedBy : null);
  }
}
