package no.samsnakk.messaging.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Messages a minute for each person and for each room. A bucket left alone is full, and gone. */
@ApplicationScoped
public class Rates {
  private final Limits limits;
  private final Clock clock;
  private final Cache<UUID, Bucket> people = buckets();
  private final Cache<UUID, Bucket> rooms = buckets();

  Rates(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Whether this person may send one more message into this room now. */
  public boolean allow(UUID personId, UUID roomId) {
    return take(people, personId, limits.messagesPerPersonPerMinute())
        && take(rooms, roomId, limits.messagesPerRoomPerMinute());
  }

  private boolean take(Cache<UUID, Bucket> buckets, UUID id, int perMinute) {
    long now = clock.millis();
    return buckets.get(id, fresh -> new Bucket(perMinute, now)).take(now);
  }

  private static Cache<UUID, Bucket> buckets() {
    return Caffeine.newBuilder()
        .maximumSize(50_000)
        .expireAfterAccess(Duration.ofMinutes(2))
        .build();
  }
}
