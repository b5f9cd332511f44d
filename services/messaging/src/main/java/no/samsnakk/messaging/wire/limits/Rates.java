package no.samsnakk.messaging.wire.limits;

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

  /** Whether this person may send one more message now; it is taken from nobody else. */
  public boolean person(UUID personId) {
    return take(people, personId, limits.messagesPerPersonPerMinute());
  }

  /**
   * Whether one more message may go into this room now. To be asked only about somebody who may
   * write in it: the room's minute belongs to those who are in it.
   */
  public boolean room(UUID roomId) {
    return take(rooms, roomId, limits.messagesPerRoomPerMinute());
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
