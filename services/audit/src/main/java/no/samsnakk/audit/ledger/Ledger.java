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
import java.util.List;
import java.util.Set;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.settings.ServiceName;

/** Appends to the log; the package comment says what that promises. */
@ApplicationScoped
@Startup
public class Ledger {
  private static final String TAKE_TURN = "select 1 from turn where name = 'ledger' for update";
  private static final String HEAD = "select seq, hash from entry order by seq desc limit 1";

  private static final String REMEMBER_UNREAD =
      "insert into unread (seq) select unnest($1::bigint[])";

  private static final Set<String> OF_THE_LOG =
      Set.of("entry_pkey", "entry_seq_check", "entry_prev_hash_check", "hash_is_of_the_content");

  private final Clock clock;
  private final String service;
  private final Counter appended;

  Ledger(Clock clock, MeterRegistry metrics, @ServiceName String service) {
    this.clock = clock;
    this.service = service;
    this.appended = metrics.counter("samsnakk.audit.entries.appended");
  }

  /**
   * Appends what this service itself tells, in the caller's transaction, and holds every other
   * writer up until it ends. Entries that are there already are left out.
   *
   * @return the head after it; fails if they could not be written: then nothing may be answered
   */
  public Uni<Head> append(SqlConnection transaction, List<AuditRecorded> own) {
    return add(transaction, own.stream().map(entry -> new Told(service, entry)).toList())
        .map(added -> added.chain().head());
  }

  /**
   * Appends in the same way what others have told.
   *
   * @return those that were appended although their teller has told another entry under their id:
   *     one of the two was not his
   */
  public Uni<List<Told>> take(SqlConnection transaction, List<Told> told) {
    return add(transaction, told).map(Added::contradicting);
  }

  private Uni<Added> add(SqlConnection transaction, List<Told> told) {
    // Sent together, so that the turn is short; PostgreSQL takes them one after the other, and what
    // stands behind the lock sees what those before have committed.
    var turn = transaction.query(TAKE_TURN).execute();
    var known = transaction.preparedQuery(News.LOOK_UP).execute(News.asked(told));
    var head = transaction.query(HEAD).execute();
    return Uni.combine()
        .all()
        .unis(turn, known, head)
        .with(
            (taken, there, last) -> {
              var news = News.of(told, there);
              return new Added(chain(headOf(last), news.entries()), news.contradicting());
            })
        .call(added -> insert(transaction, added.chain()));
  }

  private static Head headOf(RowSet<Row> rows) {
    for (var row : rows) {
      return new Head(row.getLong("seq"), row.getBuffer("hash").getBytes());
    }
    return Head.ofEmptyLog();
  }

  private Chain chain(Head head, List<Told> entries) {
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

  private Uni<Void> insert(SqlConnection transaction, Chain chain) {
    if (chain.entries().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(ChainedEntry.INSERT)
        .execute(ChainedEntry.columns(chain.entries()))
        .onFailure(Ledger::isOfTheLog)
        .transform(refused -> new IllegalStateException("The log cannot go on", refused))
        .invoke(() -> appended.increment(chain.entries().size()))
        .chain(() -> rememberUnread(transaction, chain.entries()));
  }

  private static Uni<Void> rememberUnread(SqlConnection transaction, List<ChainedEntry> entries) {
    var unread =
        entries.stream().filter(one -> one.told().isUnread()).map(ChainedEntry::seq).toList();
    return unread.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(REMEMBER_UNREAD)
            .execute(Tuple.of(unread.toArray(Long[]::new)))
            .replaceWithVoid();
  }

  /** What stands in the log already keeps them out, not what they say. */
  private static boolean isOfTheLog(Throwable failure) {
    return failure instanceof PgException refused
        && OF_THE_LOG.contains(String.valueOf(refused.getConstraint()));
  }

  /** New entries in their places, and the head that they make. */
  private record Chain(Head head, List<ChainedEntry> entries) {}

  private record Added(Chain chain, List<Told> contradicting) {}
}
