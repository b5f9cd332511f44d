package no.samsnakk.e2e.upgrade;

import static no.samsnakk.contracts.time.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import no.samsnakk.e2e.wire.Visitor;
import org.junit.jupiter.api.Test;

/**
 * Not a test: writes down what a running Samsnakk keeps and tells, before its version is followed
 * by the next. How: {@code src/test/resources/upgrade/README.md}.
 */
@Journey
class TakeSnapshot {
  /** Those whose absence would make rows and texts unreadable; all others are made anew. */
  private static final List<String> SECRETS =
      List.of(
          "SAMSNAKK_PERSON_KEY",
          "SAMSNAKK_SESSION_KEY",
          "SAMSNAKK_EVENT_KEY_AUDIT",
          "SAMSNAKK_EVENT_KEY_GATEWAY",
          "SAMSNAKK_EVENT_KEY_MESSAGING",
          "SAMSNAKK_EVENT_KEY_NOTIFICATIONS",
          "SAMSNAKK_EVENT_KEY_ROOMS",
          "room-keys.json",
          "vapid.json");

  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(10);

  private final Samsnakk samsnakk;

  TakeSnapshot(Samsnakk samsnakk) {
    this.samsnakk = samsnakk;
  }

  @Test
  void ofWhatRuns() throws IOException, SQLException, NoSuchAlgorithmException {
    Path folder = Path.of(System.getProperty("samsnakk.snapshot"));
    Files.createDirectories(folder.resolve("secrets"));
    for (String username : UpgradeTest.PEOPLE) {
      Visitor visitor = new Visitor(samsnakk.addresses().app(), SSLContext.getDefault());
      visitor.signsInAs(username);
      Told.now(username, visitor).write(folder);
    }
    Files.writeString(folder.resolve("head.txt"), LogVerification.head(samsnakk) + "\n");
    try (Connection superuser =
        DriverManager.getConnection(samsnakk.superuserJdbcUrl("samsnakk"))) {
      // What has just been handed on is on its way to the log.
      await().during(SETTLES_WITHIN).until(() -> Snapshot.isHandedOn(superuser));
      Snapshot.take(superuser, folder);
    }
    for (String name : SECRETS) {
      Files.copy(
          samsnakk.state().resolve("secrets").resolve(name),
          folder.resolve("secrets").resolve(name));
    }
  }
}
