package no.samsnakk.audit.ledger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import no.samsnakk.audit.ledger.Verdict.Broken;
import no.samsnakk.audit.ledger.Verdict.Fault;
import no.samsnakk.audit.ledger.Verdict.Whole;

/**
 * Re-derives the whole chain from what the rows say (R7). It trusts the code of this package; the
 * checker that trusts nothing of ours comes with the checkpoints.
 */
@ApplicationScoped
public class LedgerVerifier {
  private static final int PAGE = 1_000;
  private static final String READ =
      "select " + ChainedEntry.COLUMNS + " from entry where seq > $1 order by seq limit " + PAGE;

  private final Pool pool;

  LedgerVerifier(Pool pool) {
    this.pool = pool;
  }

  /** Reads the log from its beginning. */
  public Uni<Verdict> verify() {
    return verify(List.of(), read -> {});
  }

  /** The same, and finds the kept head in it: so that a log that was cut short is found too. */
  public Uni<Verdict> verify(Head kept) {
    return verify(List.of(kept), read -> {});
  }

  /**
   * The same of several, a page in memory at a time.
   *
   * @param kept each has to be on the chain
   * @param progress hears after each page how many entries have been read
   */
  public Uni<Verdict> verify(List<Head> kept, LongConsumer progress) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new Walk(kept), walk -> next(walk, progress))
        .whilst(verdict -> verdict.isEmpty())
        .collect()
        .last()
        .map(Optional::orElseThrow);
  }

  private Uni<Optional<Verdict>> next(Walk walk, LongConsumer progress) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(walk.last.seq()))
        .map(walk::judge)
        .invoke(() -> progress.accept(walk.last.seq()));
  }

  /** How far it has come. */
  private static final class Walk {
    private final List<Head> kept;
    private Head last = Head.ofEmptyLog();

    private Walk(List<Head> kept) {
      this.kept = kept;
    }

    /** The verdict, once there is one. */
    private Optional<Verdict> judge(RowSet<Row> page) {
      for (var row : page) {
        var broken = judge(row);
        if (broken.isPresent()) {
          return broken;
        }
      }
      return page.size() == PAGE ? Optional.empty() : Optional.of(atTheEnd(last, kept));
    }

    private Optional<Verdict> judge(Row row) {
      long expected = last.seq() + 1;
      try {
        var entry = ChainedEntry.of(row);
        var fault = fault(entry, last, kept);
        last = entry.head();
        return fault.or(() -> ofContent(row, entry)).map(found -> new Broken(expected, found));
      } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
        // No action of ours, a time without end, nothing where there has to be something.
        return Optional.of(new Broken(expected, Fault.UNREADABLE));
      }
    }
  }

  private static Verdict atTheEnd(Head last, List<Head> kept) {
    return kept.stream().anyMatch(head -> head.seq() > last.seq())
        ? new Broken(last.seq() + 1, Fault.KEPT_HEAD_MISSING)
        : new Whole(last);
  }

  private static byte[] said(ChainedEntry entry) {
    return Canonical.bytes(entry.seq(), entry.recordedAt(), entry.told());
  }

  /** Whether repeats are known by what it says. Nothing but its age excuses one without. */
  private static Optional<Fault> ofContent(Row row, ChainedEntry entry) {
    var kept = row.getBuffer("content");
    boolean holds =
        kept == null
            ? entry.told().teller() == null
            : Arrays.equals(kept.getBytes(), entry.told().content().getBytes());
    return holds ? Optional.empty() : Optional.of(Fault.CONTENT_HASH_WRONG);
  }

  private static Optional<Fault> fault(ChainedEntry entry, Head before, List<Head> kept) {
    if (entry.seq() != before.seq() + 1) {
      return Optional.of(Fault.OUT_OF_PLACE);
    }
    if (!Arrays.equals(entry.prevHash(), before.hash())) {
      return Optional.of(Fault.DOES_NOT_FOLLOW);
    }
    var said = said(entry);
    if (!Arrays.equals(entry.canonical(), said)) {
      return Optional.of(Fault.CONTENT_CHANGED);
    }
    if (!Arrays.equals(entry.hash(), ChainedEntry.hash(entry.prevHash(), said))) {
      return Optional.of(Fault.HASH_WRONG);
    }
    return kept.stream()
        .filter(head -> head.seq() == entry.seq() && !head.equals(entry.head()))
        .findFirst()
        .map(head -> Fault.KEPT_HEAD_MISSING);
  }
}
