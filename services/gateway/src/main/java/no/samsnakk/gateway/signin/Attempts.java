package no.samsnakk.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import no.samsnakk.platform.connections.Sender;

/**
 * Counts who begins to sign in, minute by minute, before anything is stored. Each is counted in one
 * step, so that a hundred at once are a hundred. Who is signed in and has to prove anew who she is
 * is counted by her session: strangers do not use up what is hers.
 *
 * <p>Each instance counts for itself, and by the clock's minutes: around the turn of one twice as
 * many may begin. Of more than {@link #ADDRESSES} addresses in a minute some are counted anew; what
 * bounds them then is the number for all together.
 */
@ApplicationScoped
class Attempts {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int ADDRESSES = 50_000;
  private static final String EVERYBODY = "";

  private final SignInConfig config;
  private final Clock clock;
  private final Cache<Minute, Integer> begun =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterWrite(MINUTE).build();

  Attempts(SignInConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  private record Minute(long number, String who) {}

  /** Whether a stranger may begin; nothing where his address is not known. */
  boolean stranger(Optional<Sender> sender) {
    return sender.map(this::counts).orElse(true) && counts(EVERYBODY, config.most());
  }

  private boolean counts(Sender sender) {
    int network = config.perAddress() * Sender.ADDRESSES_OF_A_NETWORK;
    return counts("a" + sender.address(), config.perAddress())
        && (sender.network() == null || counts("n" + sender.network(), network));
  }

  /** Whether somebody with a live session may. */
  boolean known(String sessionId) {
    return counts("s" + sessionId, config.perAddress());
  }

  private boolean counts(String who, int most) {
    var minute = new Minute(clock.millis() / MINUTE.toMillis(), who);
    return begun.asMap().merge(minute, 1, (before, one) -> Math.min(before, most) + one) <= most;
  }
}
