package no.samsnakk.audit.accesslog;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/**
 * A transaction in which the log is read and the reading is written (R6). It is answered only once
 * it has been committed; where that fails nothing is answered.
 */
@ApplicationScoped
public class LogTransaction {
  /** Whoever appends waits for this transaction: it may not take long. */
  private static final String BE_QUICK = "set local statement_timeout = '10s'";

  private final Pool pool;

  LogTransaction(Pool pool) {
    this.pool = pool;
  }

  /** Runs the reading; fails with {@code log-unavailable} unless all of it was committed. */
  public <T> Uni<T> run(Function<SqlConnection, Uni<T>> reading) {
    return pool.withTransaction(
            transaction ->
                transaction.query(BE_QUICK).execute().chain(() -> reading.apply(transaction)))
        .onFailure(failure -> !(failure instanceof Refusal))
        .invoke(LOG::logUnavailable)
        .onFailure(failure -> !(failure instanceof Refusal))
        .transform(failure -> new Refusal(RefusalCode.LOG_UNAVAILABLE));
  }
}
