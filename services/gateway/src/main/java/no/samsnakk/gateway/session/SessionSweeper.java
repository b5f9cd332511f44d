package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends what has expired, so that its sockets hear of it. Every instance does; they skip what
 * another one has in hand.
 */
@ApplicationScoped
class SessionSweeper {
  private final Vertx vertx;
  private final Sessions sessions;
  private final Logins logins;
  private final AtIssuer atIssuer;
  private final SessionConfig config;
  private volatile long timer;

  SessionSweeper(
      Vertx vertx, Sessions sessions, Logins logins, AtIssuer atIssuer, SessionConfig config) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.logins = logins;
    this.atIssuer = atIssuer;
    this.config = config;
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

  /**
   * At the issuer too: who has been idle here is not to be signed in again by a tap, because the
   * issuer still knows her.
   */
  private Uni<Void> endExpired() {
    return sessions
        .endExpired()
        .call(
            ended ->
                sessions
                    .lastAtIssuer(ended)
                    .invoke(last -> Thread.startVirtualThread(() -> atIssuer.end(last))))
        .chain(
            ended ->
                ended.size() == SessionTermination.AT_ONCE
                    ? endExpired()
                    : Uni.createFrom().voidItem());
  }
}
