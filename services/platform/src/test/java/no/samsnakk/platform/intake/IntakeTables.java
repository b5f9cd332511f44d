package no.samsnakk.platform.intake;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with audit's schema, and audit's connections to it. */
final class IntakeTables implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final LocalPostgres postgres = LocalPostgres.temporary();
  final Pool pool;

  IntakeTables() {
    var options =
        PgConnectOptions.fromUri(
                "postgresql://" + postgres.configuration().get("SAMSNAKK_DATABASE"))
            .setUser("samsnakk_audit")
            .setPassword(postgres.configuration().get("SAMSNAKK_DB_AUDIT_PASSWORD"))
            .addProperty("search_path", "audit");
    pool = Pool.newInstance(PgBuilder.pool().connectingTo(options).using(vertx).build());
  }

  /** Makes the schema anew. */
  void empty() {
    asSuperuser(
        "drop schema audit cascade; create schema audit authorization samsnakk_audit_owner");
    asSuperuser("grant usage on schema audit to samsnakk_audit");
  }

  /** The platform's own. */
  void migrate() {
    Flyway.configure()
        .dataSource(
            postgres.jdbcUrl(), "samsnakk_audit_owner", postgres.ownerPassword(Service.AUDIT))
        .schemas("audit")
        .defaultSchema("audit")
        .createSchemas(false)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .locations("classpath:db/intake")
        .placeholders(Map.of("runtime", "samsnakk_audit"))
        .load()
        .migrate();
  }

  void asSuperuser(String statements) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.closeAndAwait();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    postgres.close();
  }
}
