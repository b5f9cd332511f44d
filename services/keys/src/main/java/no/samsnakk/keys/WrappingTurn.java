package no.samsnakk.keys;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Whose turn it is to change what wraps the rooms' keys, of all instances. Two who each read the
 * keys, change them and write them back would lose one's new key, and with it every room that it
 * wraps. The lock is a connection's and not a transaction's: a file and a key service are waited
 * for under it (R12). It ends with the connection, so with an instance that dies too.
 *
 * <p>Any role of the database could hold an advisory lock; it would keep operators waiting and no
 * more.
 */
@ApplicationScoped
class WrappingTurn {
  private static final String KEY = "(hashtextextended('samsnakk-wrapping-keys', 0))";
  private static final String TAKE = "select pg_advisory_lock" + KEY;
  private static final String GIVE_BACK = "select pg_advisory_unlock" + KEY;

  private final Pool pool;

  WrappingTurn(Pool pool) {
    this.pool = pool;
  }

  /**
   * Does this while nobody else does.
   *
   * @return fails too if others took longer than a statement may
   */
  <T> Future<T> alone(Supplier<Future<T>> change) {
    return pool.getConnection()
        .compose(connection -> alone(connection, change).eventually(() -> connection.close()));
  }

  private static <T> Future<T> alone(SqlConnection connection, Supplier<Future<T>> change) {
    return connection
        .query(TAKE)
        .execute()
        .compose(taken -> change.get())
        .eventually(() -> connection.query(GIVE_BACK).execute());
  }
}
