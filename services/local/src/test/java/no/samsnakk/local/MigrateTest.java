package no.samsnakk.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables are made before the services, by somebody who knows what they never learn. */
class MigrateTest {
  @TempDir Path state;

  @Test
  void migratingIsAStepOfItsOwn_andCanBeRepeated() throws Exception {
    for (int time = 1; time <= 2; time++) {
      AllInOneProcess migrate = AllInOneProcess.run(state, Map.of(), "migrate");
      String said = migrate.everythingSaid();
      assertEquals(0, migrate.process().waitFor(), said);
      assertTrue(said.contains("up to date"), said);
    }
    try (LocalPostgres postgres =
        LocalPostgres.start(
            Home.find(),
            state.resolve("data/postgres"),
            Ports.free(),
            new Secrets(state.resolve("secrets")))) {
      for (Service service : Service.values()) {
        Path files =
            Home.find()
                .root()
                .resolve("services/" + service.label() + "/src/main/resources/db/migration");
        try (var all = Files.list(files)) {
          long scripts = all.filter(it -> it.getFileName().toString().startsWith("V")).count();
          assertTrue(versionsSeenBy(postgres, service).size() > scripts, service.label());
        }
      }
    }
  }

  /** As the role that the service runs as: it may read this, and change nothing of it. */
  private static List<String> versionsSeenBy(LocalPostgres postgres, Service service)
      throws SQLException {
    String role = "samsnakk_" + service.name().toLowerCase(Locale.ROOT);
    String password = postgres.configuration().get(service.password());
    try (Connection running = DriverManager.getConnection(postgres.jdbcUrl(), role, password);
        Statement statement = running.createStatement()) {
      assertThrows(
          SQLException.class, () -> statement.execute("delete from flyway_schema_history"));
      List<String> versions = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("select version from flyway_schema_history")) {
        while (rows.next()) {
          versions.add(rows.getString(1));
        }
      }
      return versions;
    }
  }

  @Test
  void onSomeoneElsesServerItWantsAllOwnersPasswords() throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("SAMSNAKK_DATABASE", "db.example/x"));

    AllInOneProcess migrate = AllInOneProcess.run(state, environment, "migrate");

    String said = migrate.everythingSaid();
    assertEquals(Refusal.SETTING_MISSING.exitCode(), migrate.process().waitFor(), said);
    assertTrue(said.contains("SAMSNAKK_DB_ROOMS_OWNER_PASSWORD"), said);
  }

  @Test
  void onSomeoneElsesServerAStartMigratesOnlyWhatItKnowsTheOwnerOf() {
    Settings settings =
        new Settings(
            Map.of("SAMSNAKK_DATABASE", "db.example/x", "SAMSNAKK_DB_AUDIT_OWNER_PASSWORD", "o"));
    Home home = new Home(Home.find().root(), state);

    List<Service> known =
        new Schemas(home, settings, new Secrets(state, settings.environment())).known();

    assertEquals(List.of(Service.AUDIT), known);
  }

  @Test
  void whatTheLauncherWasToldNoChildInherits() throws Exception {
    Map<String, String> told =
        Map.of(
            "SAMSNAKK_DB_AUDIT_OWNER_PASSWORD", "known-to-the-launcher-1",
            "SAMSNAKK_DB_SUPERUSER_PASSWORD", "known-to-the-launcher-2",
            "SAMSNAKK_PERSON_KEY", "known-to-the-launcher-3");
    AllInOneProcess samsnakk = AllInOneProcess.start(state, told, "postgres,mail");
    try {
      samsnakk.awaitLine("Stop with");
      List<String> known = samsnakk.everythingBelow().stream().map(MigrateTest::known).toList();
      assertTrue(known.stream().anyMatch(it -> !it.isEmpty()), "nothing was read");
      for (String words : known) {
        assertFalse(words.contains("known-to-the-launcher"), words);
      }
    } finally {
      samsnakk.stop();
    }
  }

  /** Its environment and arguments; nothing of one that has ended, also while nobody reaps it. */
  private static String known(ProcessHandle child) {
    Path process = Path.of("/proc", "" + child.pid());
    try {
      return Files.readString(process.resolve("environ"), ISO_8859_1)
          + Files.readString(process.resolve("cmdline"), ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (e.getMessage().endsWith("No such process")) {
        return "";
      }
      throw new UncheckedIOException(e);
    }
  }
}
