package no.samsnakk.platform.outbox;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends what stands in the outbox, from one instance at a time, on a virtual thread of its own.
 *
 * <pre>
 *   follow ──lock taken──▶ lead: read lowest ids ▶ send ▶ wait for all ▶ delete ─┐
 *     ▲                      ▲                                                   │
 *     └── connection lost ───┴────────────── woken, or a second has passed ◀─────┘
 * </pre>
 */
@ApplicationScoped
public class OutboxRelay {
  private static final String READ =
      "select id, topic, key, payload, traceparent from outbox order by id limit $1";
  private static final String DELETE = "delete from outbox where id = any($1)";
  private static final long ANSWER_SECONDS = 15;

  private final Pool pool;
  private final KafkaSender sender;
  private final OutboxConfig config;
  private final String schema;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable Thread thread;

  OutboxRelay(
      Pool pool,
      KafkaSender sender,
      OutboxConfig config,
      @ConfigProperty(name = "samsnakk.service") String schema) {
    this.pool = pool;
    this.sender = sender;
    this.config = config;
    this.schema = schema;
  }

  void start(@Observes StartupEvent started) {
    if (config.relay()) {
      thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    var running = thread;
    if (running != null) {
      running.interrupt();
      running.join(java.time.Duration.ofSeconds(3));
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        followThenLead();
      } catch (InterruptedException stopped) {
        return;
      } catch (ExecutionException | TimeoutException | RuntimeException e) {
        LOG.outboxFailed(schema, rootName(e));
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void followThenLead() throws InterruptedException, ExecutionException, TimeoutException {
    var connection = await(pool.getConnection());
    try {
      while (!takesLead(connection)) {
        Thread.sleep(config.lookAgain());
      }
      LOG.outboxLeads(schema);
      listen(connection);
      lead(connection);
    } finally {
      // The lock is the session's: a connection given back to the pool would keep it.
      abandon(connection);
    }
  }

  private boolean takesLead(SqlConnection connection)
      throws InterruptedException, ExecutionException, TimeoutException {
    var lock = "select pg_try_advisory_lock(hashtextextended('samsnakk-outbox-' || $1, 0))";
    var rows = await(connection.preparedQuery(lock).execute(Tuple.of(schema)));
    return rows.iterator().next().getBoolean(0);
  }

  private void listen(SqlConnection connection)
      throws InterruptedException, ExecutionException, TimeoutException {
    PgConnection.cast(connection).notificationHandler(notified -> wake.release());
    await(connection.query("listen samsnakk_outbox_" + schema).execute());
  }

  private void lead(SqlConnection connection)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      wake.drainPermits();
      int sent = relayOnce(connection);
      if (sent < config.batch()) {
        wake.tryAcquire(config.lookAgain().toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private int relayOnce(SqlConnection connection)
      throws InterruptedException, ExecutionException, TimeoutException {
    var rows = await(connection.preparedQuery(READ).execute(Tuple.of(config.batch())));
    List<StoredRecord> records =
        StreamSupport.stream(rows.spliterator(), false).map((Row r) -> StoredRecord.of(r)).toList();
    if (!records.isEmpty()) {
      sender.send(records);
      var ids = records.stream().map(StoredRecord::id).toArray(Long[]::new);
      await(connection.preparedQuery(DELETE).execute(Tuple.of(ids)));
    }
    return records.size();
  }

  private boolean pause() {
    try {
      Thread.sleep(config.lookAgain());
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private static void abandon(SqlConnection connection) {
    connection.query("select pg_advisory_unlock_all(); unlisten *").execute();
    connection.close();
  }

  private static <T> T await(Future<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  private static String rootName(Throwable failure) {
    Throwable root = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root.getClass().getSimpleName();
  }
}
