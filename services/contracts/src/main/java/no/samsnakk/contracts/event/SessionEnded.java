package no.samsnakk.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A signed-in session is over: its sockets are to be closed. */
public record SessionEnded(UUID sessionId, UUID personId, Instant at, Cause cause)
    implements EventData {

  /** Why it ended. */
  public enum Cause {
    LOGOUT,
    EXPIRED,
    ENDED_ELSEWHERE
  }
}
