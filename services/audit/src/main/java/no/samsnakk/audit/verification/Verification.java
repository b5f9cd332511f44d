package no.samsnakk.audit.verification;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Head;
import no.samsnakk.audit.ledger.LedgerVerifier;

/** Verifies the log, one at a time over all instances, and keeps and tells what was found. */
@ApplicationScoped
class Verification {
  /** PostgreSQL ends whoever is idle in a transaction for half a minute (roles.sql). */
  private static final String MAY_BE_LONG = "set local idle_in_transaction_session_timeout = 0";

  private static final String TAKE_TURN =
      "select 1 from turn where name = 'verification' for update skip locked";

  private final Pool pool;
  private final LedgerVerifier verifier;
  private final Verifications kept;
  private final VerificationMetrics metrics;
  private final Clock clock;

  Verification(
      Pool pool,
      LedgerVerifier verifier,
      Verifications kept,
      VerificationMetrics metrics,
      Clock clock) {
    this.pool = pool;
    this.verifier = verifier;
    this.kept = kept;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Verifies the log.
   *
   * @param head has to be on the chain, besides the one that the last time has left
   * @return nothing if it is being verified already
   */
  Uni<Optional<Verified>> run(Optional<Head> head, LongConsumer progress) {
    return alone(() -> verify(head, progress).map(Optional::of));
  }

  /** The same, unless it turns out that there is no need any more once nobody else is at it. */
  Uni<Optional<Verified>> runIf(Supplier<Uni<Boolean>> due) {
    return alone(
        () ->
            due.get()
                .chain(
                    still ->
                        still
                            ? verify(Optional.empty(), read -> {}).map(Optional::of)
                            : Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Verified> verify(Optional<Head> head, LongConsumer progress) {
    var began = clock.instant();
    return kept.lastHead(began)
        .chain(last -> verifier.verify(both(last, head), progress))
        .map(verdict -> new Verified(began, verdict))
        .call(kept::keep)
        .invoke(this::tell);
  }

  /** A head that was given stands beside the one that was kept, never in its place. */
  private static List<Head> both(Optional<Head> last, Optional<Head> given) {
    return Stream.concat(last.stream(), given.stream()).toList();
  }

  private void tell(Verified verified) {
    metrics.show(verified);
    if (verified.broken()) {
      LOG.logBroken(verified.words());
    } else {
      LOG.logWhole(verified.words());
    }
  }

  /**
   * The turn is a row locked by a transaction in which nothing else is done: it ends with the work,
   * however that ends, and no connection goes back to the others with it. What dies in the database
   * meanwhile is vacuumed afterwards.
   */
  private <T> Uni<Optional<T>> alone(Supplier<Uni<Optional<T>>> work) {
    return pool.withTransaction(
        turn ->
            turn.query(MAY_BE_LONG)
                .execute()
                .chain(() -> turn.query(TAKE_TURN).execute())
                .chain(
                    taken ->
                        taken.size() > 0 ? work.get() : Uni.createFrom().item(Optional.empty())));
  }
}
