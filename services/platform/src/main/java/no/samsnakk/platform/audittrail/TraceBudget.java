package no.samsnakk.platform.audittrail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/**
 * How many acts that leave an entry a person has left: a bucket that fills up again by itself. It
 * is kept in memory, by each instance for itself.
 */
@ApplicationScoped
public class TraceBudget {
  private final Cache<UUID, Bucket> buckets;
  private final Clock clock;
  private final TraceConfig config;

  private record Bucket(double left, Instant at) {}

  TraceBudget(Clock clock, TraceConfig config) {
    this.clock = clock;
    this.config = config;
    // One that has not been touched for so long is full again.
    this.buckets = Caffeine.newBuilder().expireAfterAccess(untilFull(config)).build();
  }

  /** Whether she had one left; it is spent now. */
  public boolean spend(UUID personId) {
    return spend(personId, 1);
  }

  private boolean spend(UUID personId, int price) {
    var now = clock.instant();
    var spent = new boolean[1];
    buckets
        .asMap()
        .compute(
            personId,
            (id, bucket) -> {
              double left = bucket == null ? config.burst() : left(bucket, now);
              spent[0] = left >= price;
              return new Bucket(spent[0] ? left - price : left, now);
            });
    return spent[0];
  }

  /** Spends one, or refuses with {@code too-many-requests}. To be asked before the act. */
  public void require(UUID personId) {
    require(personId, 1);
  }

  /**
   * The same for an act that leaves, or lets follow, so many entries; all are spent or none.
   *
   * @param price where it is more than anybody ever has, everything that she has is enough
   * @return what was spent: the most that may be given back
   */
  public int require(UUID personId, int price) {
    int spent = Math.min(price, config.burst());
    if (!spend(personId, spent)) {
      throw new Refusal(RefusalCode.TOO_MANY_REQUESTS);
    }
    return spent;
  }

  /**
   * Gives back what an act has not needed of what was spent before it.
   *
   * @param unspent less than nothing where it needed more than anybody has
   */
  public void giveBack(UUID personId, int unspent) {
    if (unspent <= 0) {
      return;
    }
    var now = clock.instant();
    buckets
        .asMap()
        .computeIfPresent(
            personId,
            (id, bucket) -> new Bucket(Math.min(config.burst(), left(bucket, now) + unspent), now));
  }

  private double left(Bucket bucket, Instant now) {
    double minutes = Math.max(0, Duration.between(bucket.at, now).toMillis()) / 60_000.0;
    return Math.min(config.burst(), bucket.left + minutes * config.perMinute());
  }

  private static Duration untilFull(TraceConfig config) {
    return Duration.ofMinutes(1 + config.burst() / config.perMinute());
  }
}
