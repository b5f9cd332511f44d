package no.samsnakk.platform.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import no.samsnakk.local.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
  private static LocalPostgres postgres;
  private static Vertx vertx;
  private static Pool pool;

  @BeforeAll
  static void begin() {
    postgres = LocalPostgres.temporary();
    vertx = Vertx.vertx();
    // One connection: a transaction that was not ended is found by the next one.
    pool =
        PgBuilder.pool()
            .with(new io.vertx.sqlclient.PoolOptions().setMaxSize(1))
            .connectingTo(
                PgConnectOptions.fromUri(postgres.superuserJdbcUrl().substring("jdbc:".length())))
            .using(vertx)
            .build();
  }

  @AfterAll
  static void end() {
    pool.close();
    vertx.close();
    postgres.close();
  }

  @BeforeEach
  void two() {
    ask("drop table if exists two, one");
    ask("create table one (id int primary key)");
    ask("create table two (id int references one deferrable initially deferred)");
  }

  @Test
  void R2_what_fails_only_at_the_commit_has_failed() {
    var kept = commits("insert into two values (7)");

    assertThat(kept).as("there is no one of that id").isFalse();
    assertThat(rows("two")).isZero();
  }

  @Test
  void R6_a_statement_that_fails_takes_the_others_with_it() {
    var kept = commits("insert into one values (1)", "insert into nowhere values (1)");

    assertThat(kept).isFalse();
    assertThat(rows("one")).isZero();
  }

  @Test
  void what_was_not_committed_is_rolled_back() {
    var done =
        Transaction.run(
            pool,
            Transaction.READ_COMMITTED,
            tx ->
                tx.query("insert into one values (1)")
                    .execute()
                    .compose(rows -> Future.failedFuture("changed my mind")));

    assertThat(succeeds(done)).isFalse();
    assertThat(rows("one")).isZero();
    assertThat(commits("insert into one values (2)")).isTrue();
    assertThat(rows("one")).isEqualTo(1);
  }

  @Test
  void R9_a_connection_that_postgresql_ends_fails_its_transaction_and_tells_nothing_past_the_log() {
    var printed = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      var done =
          Transaction.run(
              pool,
              Transaction.READ_COMMITTED,
              tx ->
                  tx.query("set local idle_in_transaction_session_timeout = 50")
                      .execute()
                      .compose(set -> vertx.timer(500))
                      .compose(waited -> tx.query("select 1").execute()));
      assertThat(succeeds(done)).isFalse();
    } finally {
      System.setErr(before);
    }

    assertThat(printed.toString(UTF_8)).doesNotContain("Exception");
    assertThat(commits("insert into one values (1)")).isTrue();
  }

  private static boolean commits(String... statements) {
    return succeeds(
        Transaction.run(
            pool,
            Transaction.READ_COMMITTED,
            tx -> {
              List<Future<?>> sent =
                  Arrays.stream(statements)
                      .<Future<?>>map(statement -> tx.query(statement).execute())
                      .toList();
              return Transaction.commit(tx, sent).map(true);
            }));
  }

  private static boolean succeeds(Future<?> work) {
    return join(work.map(true).otherwise(false));
  }

  private static long rows(String table) {
    return join(pool.query("select count(*) from " + table).execute()).iterator().next().getLong(0);
  }

  private static void ask(String statement) {
    join(pool.query(statement).execute());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
