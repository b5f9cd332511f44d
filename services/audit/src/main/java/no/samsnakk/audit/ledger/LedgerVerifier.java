package no.samsnakk.audit.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
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
    return verifyAfter(Head.ofEmptyLog(), Optional.empty());
  }

  /** The same, and finds the kept head in it: so that a log that was cut short is found too. */
  public Uni<Verdict> verify(Head kept) {
    return verifyAfter(Head.ofEmptyLog(), Optional.of(kept));
  }

  private Uni<Verdict> verifyAfter(Head head, Optional<Head> kept) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(head.seq()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(ChainedEntry::of).toList())
        .chain(page -> judge(page, head, kept));
  }

  private Uni<Verdict> judge(List<ChainedEntry> page, Head head, Optional<Head> kept) {
    var last = head;
    for (var entry : page) {
      var fault = fault(entry, last, kept);
      if (fault.isPresent()) {
        return Uni.createFrom().item(new Broken(last.seq() + 1, fault.get()));
      }
      last = entry.head();
    }
    return page.size() == PAGE
        ? verifyAfter(last, kept)
        : Uni.createFrom().item(atTheEnd(last, kept));
  }

  private static Verdict atTheEnd(Head last, Optional<Head> kept) {
    return kept.filter(head -> head.seq() > last.seq()).isPresent()
        ? new Broken(last.seq() + 1, Fault.KEPT_HEAD_MISSING)
        : new Whole(last);
  }

  private static Optional<Fault> fault(ChainedEntry entry, Head before, Optional<Head> kept) {
    if (entry.seq() != before.seq() + 1) {
      return Optional.of(Fault.OUT_OF_PLACE);
    }
    if (!Arrays.equals(entry.prevHash(), before.hash())) {
      return Optional.of(Fault.DOES_NOT_FOLLOW);
    }
    var said = Canonical.bytes(entry.seq(), entry.recordedAt(), entry.entry());
    if (!Arrays.equals(entry.canonical(), said)) {
      return Optional.of(Fault.CONTENT_CHANGED);
    }
    if (!Arrays.equals(entry.hash(), ChainedEntry.hash(entry.prevHash(), said))) {
      return Optional.of(Fault.HASH_WRONG);
    }
    return kept.filter(head -> head.seq() == entry.seq() && !head.equals(entry.head()))
        .map(head -> Fault.KEPT_HEAD_MISSING);
  }
}
