package no.samsnakk.platform.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/**
 * The person behind a request.
 *
 * @param signedInAt when she proved who she is ({@code auth_time})
 */
public record Caller(UUID personId, Level level, Instant signedInAt, List<Me.Role> roles) {
  /** Refuses unless she was identified at least this surely. */
  public void requireLevel(Level least) {
    if (level.compareTo(least) < 0) {
      throw new Refusal(RefusalCode.LEVEL_TOO_LOW);
    }
  }

  /** Refuses unless she signed in with the highest level, not longer ago than {@code age}. */
  public void requireFreshHigh(Instant now, Duration age) {
    requireLevel(Level.HIGH);
    if (signedInAt.isBefore(now.minus(age))) {
      throw new Refusal(RefusalCode.FRESH_LOGIN_REQUIRED);
    }
  }
}
