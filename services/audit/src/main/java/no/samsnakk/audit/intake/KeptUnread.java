package no.samsnakk.audit.intake;

import static java.util.stream.Collectors.counting;
import static no.samsnakk.audit.log.AuditLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import no.samsnakk.audit.ledger.Ledger;
import no.samsnakk.audit.ledger.Raw;

/**
 * Reads again, at each start, what an earlier version could not read and has kept: what can be read
 * now is appended to the log as what it is, and the record stays where it was kept.
 */
@ApplicationScoped
class KeptUnread {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int PAGE = 500;
  private static final String UNREAD =
      "select seq from unread where seq > $1 order by seq limit " + PAGE;

  /** Of several instances that start one does it. */
  private static final String TAKE =
      """
      select e.topic, e.raw, e.teller from unread u join entry e on e.seq = u.seq
      where u.seq = $1 for update of u skip locked""";

  private static final String IS_READ = "delete from unread where seq = $1";

  private final Pool pool;
  private final Ledger ledger;
  private final Entries entries;

  KeptUnread(Pool pool, Ledger ledger, Entries entries) {
    this.pool = pool;
    this.ledger = ledger;
    this.entries = entries;
  }

  void start(@Observes StartupEvent started) {
    readAgain()
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .subscribe()
        .with(
            read -> {
              if (read > 0) {
                LOG.readAgain(read);
              }
            });
  }

  /** How many could be read now. */
  Uni<Long> readAgain() {
    return Multi.createBy()
        .repeating()
        .uni(() -> new long[1], last -> page(last[0]).invoke(page -> last[0] = end(page, last[0])))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .transformToIterable(page -> page)
        .onItem()
        .transformToUniAndConcatenate(this::readAgain)
        .filter(read -> read)
        .collect()
        .with(counting());
  }

  private Uni<List<Long>> page(long after) {
    return pool.preparedQuery(UNREAD)
        .execute(Tuple.of(after))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getLong("seq"))
                    .toList());
  }

  private static long end(List<Long> page, long before) {
    return page.isEmpty() ? before : page.getLast();
  }

  /** What the database does not take for what it says stays kept, and keeps nothing else. */
  private Uni<Boolean> readAgain(long seq) {
    return pool.withTransaction(
            transaction ->
                transaction
                    .preparedQuery(TAKE)
                    .execute(Tuple.of(seq))
                    .chain(found -> append(transaction, seq, found)))
        .onFailure(PgException.class)
        .recoverWithItem(false);
  }

  private Uni<Boolean> append(SqlConnection transaction, long seq, RowSet<Row> found) {
    for (var row : found) {
      var raw = new Raw(row.getString("topic"), row.getBuffer("raw").toString("UTF-8"));
      var teller = row.getString("teller");
      if (entries.canRead(raw, teller)) {
        return transaction
            .preparedQuery(IS_READ)
            .execute(Tuple.of(seq))
            .chain(() -> ledger.take(transaction, entries.ofKept(raw, teller).toList()))
            .replaceWith(true);
      }
    }
    return Uni.createFrom().item(false);
  }
}
