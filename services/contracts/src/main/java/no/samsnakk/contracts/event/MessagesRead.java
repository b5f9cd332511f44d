package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has had these messages on her screen: all from {@code fromSeq} to {@code seq}, both
 * included.
 *
 * @param fromSeq none in what was told before this was: from the room's first
 */
public record MessagesRead(UUID roomId, UUID personId, @Nullable Long fromSeq, long seq, Instant at)
    implements MarkEvent {

  @Override
  public long first() {
    return fromSeq == null ? 1 : fromSeq;
  }
}
