package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * These messages have reached a device of somebody's, whether she looks or not: all from {@code
 * fromSeq} to {@code seq}, both included.
 */
public record MessagesReceived(UUID roomId, UUID personId, long fromSeq, long seq, Instant at)
    implements MarkEvent {

  @Override
  public long first() {
    return fromSeq;
  }
}
