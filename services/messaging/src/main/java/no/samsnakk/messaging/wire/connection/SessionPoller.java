package no.samsnakk.messaging.wire.connection;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Asks the gateway's published view which of the sessions that have a socket here are over. Kafka
 * tells sooner; this is what closes sockets within five seconds when Kafka is down, and what finds
 * an end that a lost event did not tell (decision 24).
 *
 * <p>While the database cannot be asked the sockets stay: nothing is delivered for long without it
 * ({@code Lease}), and an outage is not an end.
 */
@ApplicationScoped
class SessionPoller {
  static final Duration EVERY = Duration.ofSeconds(2);
  private static final int TOGETHER = 5_000;
  private static final String OVER =
      """
      select s.session_id from unnest($1::uuid[]) s(session_id)
       where not exists (select from gateway.session_v1 v
                          where v.session_id = s.session_id and v.ends_at > now())""";

  private final Vertx vertx;
  private final Pool pool;
  private final Sockets sockets;
  private boolean asking;

  SessionPoller(Vertx vertx, Pool pool, Sockets sockets) {
    this.vertx = vertx;
    this.pool = pool;
    this.sockets = sockets;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(EVERY.toMillis(), timer -> watch());
  }

  private void watch() {
    if (asking) {
      return;
    }
    asking = true;
    ask(sockets.sessions())
        .onFailure(failure -> LOG.sessionsUnchecked(failure.getClass().getSimpleName()))
        .onComplete(done -> asking = false);
  }

  private Future<?> ask(List<UUID> sessions) {
    if (sessions.isEmpty()) {
      return Future.succeededFuture();
    }
    var some = sessions.subList(0, Math.min(TOGETHER, sessions.size()));
    return pool.preparedQuery(OVER)
        .execute(Tuple.tuple().addArrayOfUUID(some.toArray(UUID[]::new)))
        .onSuccess(over -> over.forEach(row -> sockets.sessionEnded(row.getUUID(0))))
        .compose(over -> ask(sessions.subList(some.size(), sessions.size())));
  }
}
