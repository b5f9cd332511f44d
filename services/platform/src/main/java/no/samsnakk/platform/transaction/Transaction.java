package no.samsnakk.platform.transaction;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Transactions whose statements are sent without waiting for each other's answers: what costs is
 * the number of round trips, not of statements.
 */
public final class Transaction {
  /** Sees what others commit between two statements; for writing under locks. */
  public static final String READ_COMMITTED = "begin";

  /** Sees one moment throughout; for reading what has to fit together. */
  public static final String ONE_MOMENT = "begin isolation level repeatable read";

  /**
   * Of a connection that is lost its statements tell, which fail. Where nobody listens, Vert.x
   * prints it past the log.
   */
  private static final Handler<Throwable> ALREADY_TOLD = lost -> {};

  private Transaction() {}

  /**
   * Begins, works and gives the connection back; rolls back whatever the work did not commit.
   *
   * @param work ends with {@link #commit}
   */
  public static <T> Future<T> run(
      Pool pool, String begin, Function<SqlConnection, Future<T>> work) {
    return pool.getConnection()
        .compose(
            connection -> {
              connection.exceptionHandler(ALREADY_TOLD);
              var begun = connection.query(begin).execute();
              return work(connection, work)
                  .compose(done -> begun.map(done))
                  .recover(failure -> rollBack(connection, failure))
                  .eventually(() -> connection.close());
            });
  }

  private static <T> Future<T> work(
      SqlConnection connection, Function<SqlConnection, Future<T>> work) {
    try {
      return work.apply(connection);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private static <T> Future<T> rollBack(SqlConnection connection, Throwable failure) {
    return connection
        .query("rollback")
        .execute()
        .transform(rolledBack -> Future.failedFuture(failure));
  }

  /**
   * Sends the commit right behind these statements.
   *
   * @return succeeds only if all of them did. PostgreSQL answers the commit of a failed transaction
   *     with a rollback and calls that a success, so the commit's own answer is not enough.
   */
  public static Future<?> commit(SqlConnection connection, List<? extends Future<?>> statements) {
    List<Future<?>> all = new ArrayList<>(statements);
    all.add(connection.query("commit").execute());
    return Future.all(all);
  }
}
