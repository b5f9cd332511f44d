package no.samsnakk.audit.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;

/** Appends to the log; the package comment says what that promises. */
@ApplicationScoped
@Startup
public class Ledger {
  private static final String TAKE_TURN = "select 1 from turn where name = 'ledger' for update";
  private static final String HEAD = "select seq, hash from entry order by seq desc limit 1";
  private static final String KNOWN = "select entry_id from entry where entry_id = any($1)";

  private static final Set<String> OF_THE_LOG =
      Set.of(
          "entry_pkey",
          "entry_seq_check",
          "entry_entry_id_key",
          "entry_prev_hash_check",
          "hash_is_of_the_content");

  private final Clock clock;
  private final Counter appended;

  Ledger(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    this.appended = metrics.counter("samsnakk.audit.entries.appended");
  }

  /**
   * Appends in the caller's transaction and holds every other writer up until it ends. Entries that
   * are there already are left out.
   *
   * @return the head after it; fails if they could not be written: then nothing may be answered
   */
  public Uni<Head> append(SqlConnection transaction, List<AuditRecorded> entries) {
    Map<UUID, AuditRecorded> wanted = new LinkedHashMap<>();
    entries.forEach(entry -> wanted.putIfAbsent(entry.entryId(), entry));
    // Sent together, so that the turn is short; PostgreSQL takes them one after the other, and what
    // stands behind the lock sees what those before have committed.
    var turn = transaction.query(TAKE_TURN).execute();
    var known = transaction.preparedQuery(KNOWN).execute(ids(wanted));
    var head = transaction.query(HEAD).execute();
    return Uni.combine()
        .all()
        .unis(turn, known, head)
        .with(
            (taken, there, last) -> {
              there.forEach(row -> wanted.remove(row.getUUID(0)));
              return chain(headOf(last), List.copyOf(wanted.values()));
            })
        .chain(chain -> insert(transaction, chain));
  }

  private static Tuple ids(Map<UUID, AuditRecorded> wanted) {
    return Tuple.tuple().addArrayOfUUID(wanted.keySet().toArray(UUID[]::new));
  }

  private static Head headOf(RowSet<Row> rows) {
    for (var row : rows) {
      return new Head(row.getLong("seq"), row.getBuffer("hash").getBytes());
    }
    return Head.ofEmptyLog();
  }

  private Chain chain(Head head, List<AuditRecorded> entries) {
    Instant now = clock.instant();
    List<ChainedEntry> chained = new ArrayList<>(entries.size());
    var last = head;
    for (var entry : entries) {
      var next = ChainedEntry.after(last, now, entry);
      chained.add(next);
      last = next.head();
    }
    return new Chain(last, chained);
  }

  private Uni<Head> insert(SqlConnection transaction, Chain chain) {
    if (chain.entries().isEmpty()) {
      return Uni.createFrom().item(chain.head());
    }
    return transaction
        .preparedQuery(ChainedEntry.INSERT)
        .execute(ChainedEntry.columns(chain.entries()))
        .onFailure(Ledger::isOfTheLog)
        .transform(refused -> new IllegalStateException("The log cannot go on", refused))
        .invoke(() -> appended.increment(chain.entries().size()))
        .replaceWith(chain.head());
  }

  /** What stands in the log already keeps them out, not what they say. */
  private static boolean isOfTheLog(Throwable failure) {
    return failure instanceof PgException refused
        && OF_THE_LOG.contains(String.valueOf(refused.getConstraint()));
  }

  /** New entries in their places, and the head that they make. */
  private record Chain(Head head, List<ChainedEntry> entries) {}
}
