package no.samsnakk.platform.outbox;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import no.samsnakk.platform.settings.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * Sends what stands in the outbox, from one instance at a time, on a virtual thread of its own.
 *
 * <pre>
 *   follow ──lock taken──▶ lead: read lowest unsent ▶ ours? ▶ same topics? ▶ send all ▶ cross off ──┐
 *     ▲                      ▲                                                                      │
 *     └── something failed ──┴───── woken, or a second has passed; 20 ms since the last began ◀─────┘
 * </pre>
 *
 * In quiet moments the leader deletes what has been kept for long enough.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final long ANSWER_SECONDS = 15;

  private static final String LEAVE_NOTHING =
      "rollback; select pg_advisory_unlock_all(); unlisten *; reset synchronous_commit";

  private static final String END = "select pg_terminate_backend(pg_backend_pid())";

  private static final int PURGED_TOGETHER = 1_000;
  private static final long PURGE_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

  private final Pool pool;
  private final OldRows oldRows;
  private final Proof proof;
  private final KafkaSender sender;
  private final KafkaTopics topics;
  private final OutboxConfig config;
  private final Clock clock;
  private final String schema;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private long purgedAt = System.nanoTime() - PURGE_EVERY_NANOS;

  OutboxRelay(
      Pool pool,
      OldRows oldRows,
      Proof proof,
      KafkaSender sender,
      KafkaTopics topics,
      OutboxConfig config,
      Clock clock,
      @ServiceName String schema) {
    this.pool = pool;
    this.oldRows = oldRows;
    this.proof = proof;
    this.sender = sender;
    this.topics = topics;
    this.config = config;
    this.clock = clock;
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
      running.join(Duration.ofSeconds(3));
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        followThenLead();
      } catch (InterruptedException stopped) {
        return;
      } catch (ExecutionException | TimeoutException | RuntimeException | Error e) {
        // Whatever it is: a relay that has ended tells nobody anything any more, nor that it has.
        LOG.outboxFailed(schema, rootName(e));
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void followThenLead() throws InterruptedException, ExecutionException, TimeoutException {
    var connection = connected();
    try {
      while (!takesLead(connection)) {
        Thread.sleep(config.lookAgain());
      }
      var table = new OutboxTable(connection);
      if (!oldRows.areSealed(table)) {
        Thread.sleep(config.lookAgain());
        return;
      }
      LOG.outboxLeads(schema);
      listen(connection);
      crossOffWithoutFsync(connection);
      lead(table);
    } finally {
      // The lock is the session's: a connection given back to the pool would keep it.
      abandon(connection);
    }
  }

  /** One that comes when nobody waits for it any more goes back at once. */
  private SqlConnection connected()
      throws InterruptedException, ExecutionException, TimeoutException {
    var connecting = pool.getConnection();
    try {
      return await(connecting);
    } catch (InterruptedException | TimeoutException givenUp) {
      connecting.onSuccess(SqlConnection::close);
      throw givenUp;
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

  /**
   * Crossing off need not be on disk before the next round: what a crash of PostgreSQL takes back
   * of it is sent once more, as after a crash of the relay.
   */
  private static void crossOffWithoutFsync(SqlConnection connection)
      throws InterruptedException, ExecutionException, TimeoutException {
    await(connection.query("set synchronous_commit to off").execute());
  }

  private void lead(OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    var identity = new TopicIdentity(schema, table, topics);
    while (true) {
      wake.drainPermits();
      long began = System.nanoTime();
      boolean more = relayOnce(table, identity) || purgeSome(table);
      if (!more) {
        wake.tryAcquire(config.lookAgain().toMillis(), TimeUnit.MILLISECONDS);
        collect(began);
      }
    }
  }

  /** Lets more come, so that they share a round, and a fetch of every consumer. */
  private void collect(long began) throws InterruptedException {
    long left = config.pace().toNanos() - (System.nanoTime() - began);
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  /** Whether there may be more. */
  private boolean relayOnce(OutboxTable table, TopicIdentity identity)
      throws InterruptedException, ExecutionException, TimeoutException {
    var records = table.lowest(config.batch());
    var proven = proof.of(records, table);
    if (!identity.holds(topicsOf(proven))) {
      // What was put back has lower ids: it goes first.
      return true;
    }
    if (!proven.isEmpty()) {
      var sent = sender.send(proven);
      proof.setAside(sent.tooLarge(), table);
      table.sent(sent.acknowledged());
      sent.requireAll();
    }
    return records.size() == config.batch();
  }

  private static Set<String> topicsOf(List<ProvenRecord> records) {
    return records.stream().map(proven -> proven.row().topic()).collect(Collectors.toSet());
  }

  /** Whether there may be more. */
  private boolean purgeSome(OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (System.nanoTime() - purgedAt < PURGE_EVERY_NANOS) {
      return false;
    }
    var older = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
    if (table.purge(older, PURGED_TOGETHER)) {
      return true;
    }
    purgedAt = System.nanoTime();
    return false;
  }

  private boolean pause() {
    try {
      Thread.sleep(config.lookAgain());
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /**
   * Gives it back to the pool when PostgreSQL has answered that nothing of the term is left in the
   * session, and never otherwise: then the session is ended. Whatever the term was in the middle of
   * is rolled back first.
   */
  private static void abandon(SqlConnection connection) {
    connection
        .query(LEAVE_NOTHING)
        .execute()
        .onSuccess(left -> connection.close())
        .onFailure(stays -> connection.query(END).execute());
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
