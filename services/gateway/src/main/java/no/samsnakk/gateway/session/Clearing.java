package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;

/**
 * Ends what has expired, so that its sockets hear of it. Every instance does; they skip what
 * another one has in hand.
 */
@ApplicationScoped
class Clearing {
  private final Vertx vertx;
  private final Sessions sessions;
  private final Logins logins;
  private final Issuer issuer;
  private final SessionConfig config;
  private final Clock clock;
  private volatile long timer;

  Clearing(
      Vertx vertx,
      Sessions sessions,
      Logins logins,
      Issuer issuer,
      SessionConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.logins = logins;
    this.issuer = issuer;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(config.clearEvery().toMillis(), id -> clear());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  private void clear() {
    endExpired()
        .chain(logins::clearExpired)
        .subscribe()
        .with(cleared -> {}, e -> LOG.notCleared(e.getClass().getSimpleName()));
  }

  private Uni<Void> endExpired() {
    return sessions
        .endExpired()
        .call(
            ended ->
                sessions
                    .lastAtIssuer(ended)
                    .invoke(last -> Thread.startVirtualThread(() -> endAtIssuer(last))))
        .chain(
            ended -> ended.size() == Ending.AT_ONCE ? endExpired() : Uni.createFrom().voidItem());
  }

  /**
   * Who has been idle here is not to be signed in again by a tap, because the issuer still knows
   * her. Where it is away it forgets her by itself, after its own idle time.
   */
  private void endAtIssuer(List<Session> ended) {
    for (var session : ended) {
      if (session.tokens().refreshExpiresAt().isAfter(clock.instant()) && isAway(session)) {
        return;
      }
    }
  }

  /** One that the issuer refuses to end keeps nobody else signed in there. */
  private boolean isAway(Session ended) {
    try {
      issuer.end(ended.tokens());
      return false;
    } catch (IssuerFailure failure) {
      LOG.notEndedAtIssuer("" + failure.getMessage());
      return failure.kind() == IssuerFailure.Kind.UNAVAILABLE;
    }
  }
}
