package no.samsnakk.messaging.live.instance;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import no.samsnakk.messaging.wire.connection.CloseCode;
import no.samsnakk.messaging.wire.connection.Sockets;
import no.samsnakk.platform.id.Ids;

/**
 * This instance's sign of life. While it is given in time nobody else may take the instance for
 * dead and close its views in the log (R6); when it could not be given, the instance stops
 * delivering before the others may take it for dead, and lets its clients start anew.
 *
 * <pre>
 *   beat ──2s── beat ──✕ ✕ ✕ ✕ ✕ … HOLDS: delivers nothing … GONE: others close its views
 *        │─────────────────────────────│──────────────────────│
 *                                     15 s                   30 s
 * </pre>
 */
@ApplicationScoped
public class Lease {
  /** After so long without a sign of life an instance is taken for dead by the others. */
  public static final Duration GONE = Duration.ofSeconds(30);

  private static final Duration HOLDS = Duration.ofSeconds(15);
  private static final long BEAT_MILLIS = 2_000;
  private static final String BEAT =
      """
      insert into instance (instance_id, seen_at) values ($1, now())
      on conflict (instance_id) do update set seen_at = now()""";

  private final UUID instanceId = Ids.next();
  private final Vertx vertx;
  private final Pool pool;
  private final Sockets sockets;
  private volatile long seenNanos = System.nanoTime();

  Lease(Vertx vertx, Pool pool, Sockets sockets) {
    this.vertx = vertx;
    this.pool = pool;
    this.sockets = sockets;
  }

  void start(@Observes StartupEvent started) {
    beat();
    vertx.setPeriodic(BEAT_MILLIS, timer -> beat());
  }

  public UUID instanceId() {
    return instanceId;
  }

  /** Whether the others still count on this instance. */
  public boolean holds() {
    return System.nanoTime() - seenNanos < HOLDS.toNanos();
  }

  private void beat() {
    long asked = System.nanoTime();
    pool.preparedQuery(BEAT)
        .execute(Tuple.of(instanceId))
        .onSuccess(
            beaten -> {
              if (!holds()) {
                LOG.leaseLost();
                sockets.all().forEach(socket -> socket.cut(CloseCode.RESTARTING));
              }
              seenNanos = asked;
            });
  }
}
