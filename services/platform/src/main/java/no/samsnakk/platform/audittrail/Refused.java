package no.samsnakk.platform.audittrail;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was refused the same thing once or several times.
 *
 * @param count how many times, from {@code first} to {@code last}
 */
public record Refused(Same same, Instant first, Instant last, long count) {

  /** What makes two refusals the same in the log: the person, the room and the code. */
  public record Same(UUID agentId, @Nullable UUID roomId, String code) {
    private static final UUID NO_ROOM = new UUID(0, 0);

    /** One order for everybody, so that two who count the same refusals never wait in a circle. */
    static final Comparator<Same> ORDER =
        Comparator.comparing(Same::agentId)
            .thenComparing(same -> same.roomId == null ? NO_ROOM : same.roomId)
            .thenComparing(Same::code);
  }

  /** Refused just now. */
  public static Refused once(UUID agentId, @Nullable UUID roomId, String code, Instant at) {
    return new Refused(new Same(agentId, roomId, code), at, at, 1);
  }

  /** Both together. */
  Refused and(Refused other) {
    return new Refused(
        same,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        count + other.count);
  }
}
