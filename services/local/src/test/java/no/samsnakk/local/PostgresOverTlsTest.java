package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Certificates;
import no.samsnakk.local.tls.Tls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With {@code SAMSNAKK_TLS} nobody speaks with PostgreSQL in the clear, or takes another for it.
 */
class PostgresOverTlsTest {
  private static final Home HOME = Home.find();

  @TempDir static Path folder;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start() {
    Home home = new Home(HOME.root(), folder);
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    Tls tls = secrets.tls(new Settings(Map.of("SAMSNAKK_TLS", "true")));
    postgres = LocalPostgres.start(home, folder.resolve("data"), Ports.free(), secrets, tls);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void theConnectionIsEncrypted() throws SQLException {
    String question = "select version from pg_stat_ssl where pid = pg_backend_pid()";
    try (Connection connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var rows = connection.createStatement().executeQuery(question)) {
      assertTrue(rows.next());
      assertEquals("TLSv1.3", rows.getString(1));
    }
  }

  @Test
  void inTheClearNobodyIsLetIn() {
    String url = postgres.superuserJdbcUrl().replace("verify-full", "disable");

    SQLException refused =
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url).close());

    assertEquals("28000", refused.getSQLState());
    assertTrue(refused.getMessage().contains("no encryption"), refused.getMessage());
  }

  @Test
  void whoBelievesAnotherAuthorityDoesNotTakeItForOurs(@TempDir Path other) throws IOException {
    Path another = new Certificates(other, "another-password", Clock.systemUTC()).authority();
    String ours = postgres.configuration().getOrDefault("SAMSNAKK_DATABASE_TRUSTSTORE", "?");
    String url = postgres.superuserJdbcUrl().replace(enc(ours), enc(another.toString()));

    SQLException refused =
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url).close());

    assertTrue(refused.getMessage().contains("PKIX"), refused.getMessage());
  }

  private static String enc(String path) {
    return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8);
  }
}
