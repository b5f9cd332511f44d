package no.samsnakk.e2e.upgrade;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import no.samsnakk.e2e.people.Participant;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Samsnakk;
import no.samsnakk.e2e.wire.Socket;
import no.samsnakk.e2e.wire.Visitor;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.postgres.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * This version starts on what an earlier one kept: whatever that one told anybody, this one tells
 * word for word. Kafka, Keycloak and the mailbox are new and empty, as after a backup was restored.
 */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {
  static final List<String> PEOPLE =
      List.of(
          "are.nordmann",
          "kari.kommunepsykolog",
          "frida.fastlege",
          "vera.veileder",
          "sara.psykolog",
          "nils.nysgjerrig");

  private static final int POSTGRES = 32;

  private final Path kept = Path.of("src/test/resources/upgrade/before-entries").toAbsolutePath();
  private final Samsnakk samsnakk = Samsnakk.beside("e2e-upgraded");

  @BeforeAll
  void upOnWhatWasKept(@TempDir Path files) throws IOException, SQLException {
    Path folder = Files.createDirectories(samsnakk.state().resolve("secrets"));
    try (Stream<Path> secrets = Files.list(kept.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        Files.copy(secret, folder.resolve(secret.getFileName()));
      }
    }
    restore(new Home(Home.find().root(), samsnakk.state()), new Secrets(folder), files);
    samsnakk.up();
  }

  private void restore(Home home, Secrets secrets, Path files) throws IOException, SQLException {
    Snapshot snapshot = new Snapshot(kept);
    snapshot.chooseMigrations(home.root(), files);
    Migrations before = new Migrations(files);
    int port = samsnakk.port(POSTGRES);
    try (LocalPostgres postgres = LocalPostgres.start(home, home.data("postgres"), port, secrets)) {
      for (Service service : Service.values()) {
        before.run(postgres.jdbcUrl(), service.label(), postgres.ownerPassword(service));
      }
      try (Connection superuser = DriverManager.getConnection(postgres.superuserJdbcUrl())) {
        snapshot.restore(superuser);
      }
    }
  }

  @AfterAll
  void down() {
    samsnakk.close();
  }

  @Order(1)
  @ParameterizedTest
  @FieldSource("PEOPLE")
  void tellsEachWhatWasToldBefore(String username) throws IOException {
    List<String> before = Told.read(kept, username).lines();

    List<String> now = Told.now(username, visitor(username)).lines();

    assertThat(now).containsSubsequence(before);
    // What was said and who has read it is all there was; the log has grown by these looks.
    assertThat(now.stream().filter(line -> !line.startsWith("  logged")))
        .containsExactlyElementsOf(
            before.stream().filter(line -> !line.startsWith("  logged")).toList());
  }

  @Test
  @Order(2)
  void theLogIsWholeAndGoesOnFromTheHeadOfBefore() throws IOException {
    String before = Files.readString(kept.resolve("head.txt")).strip();

    assertThat(LogVerification.headAfter(samsnakk, before)).isNotEqualTo(before);
  }

  @Test
  @Order(3)
  void theConversationGoesOnWhereItStopped() throws IOException {
    String roomId = openRoom();
    Visitor are = visitor("are.nordmann");
    try (Socket karis = visitor("kari.kommunepsykolog").opensASocket();
        Socket ares = are.opensASocket()) {
      String opens = "{\"type\":\"open\",\"roomId\":\"%s\",\"afterSeq\":0}".formatted(roomId);
      int before = ares.send(opens).hears("opened").path("lastSeq").asInt();
      karis.send(opens).hears("opened");

      karis.send(Participant.sendFrame(new Room(roomId, "", ""), "Og så går det videre"));

      var heard = ares.hears("message").path("message");
      assertThat(heard.path("body").asText()).isEqualTo("Og så går det videre");
      assertThat(heard.path("seq").asInt()).isEqualTo(before + 1);
    }
    await()
        .untilAsserted(
            () ->
                assertThat(
                        are.gets("/api/access-log/rooms/" + roomId)
                            .path("items")
                            .findValuesAsText("action"))
                    .contains("MESSAGE_SENT"));
  }

  @Test
  @Order(4)
  void whoIsInIsKnownSinceWhenAndWhenAClosedRoomWasOpen() {
    Visitor are = visitor("are.nordmann");
    for (JsonNode room : are.gets("/api/rooms").path("items")) {
      JsonNode details = are.gets("/api/rooms/" + room.path("roomId").asText());
      boolean open = details.path("status").asText().equals("ACTIVE");
      boolean closed = details.path("status").asText().equals("WITHDRAWN");
      for (JsonNode seat : details.path("seats")) {
        boolean patients = seat.path("part").asText().equals("PATIENT");
        boolean isIn = open && seat.path("status").asText().equals("ACTIVE");
        assertThat(seat.path("periods")).hasSize(isIn || closed && patients ? 1 : 0);
        assertThat(seat.at("/periods/0/end").isTextual()).isEqualTo(closed && patients);
      }
    }
  }

  private String openRoom() throws IOException {
    return Told.read(kept, "kari.kommunepsykolog").lines().stream()
        .map(line -> line.split(" "))
        .filter(words -> words[0].equals("room") && words[2].equals("ACTIVE"))
        .map(words -> words[1])
        .findFirst()
        .orElseThrow();
  }

  private Visitor visitor(String username) {
    try {
      Visitor visitor = new Visitor(samsnakk.addresses().app(), SSLContext.getDefault());
      visitor.signsInAs(username);
      return visitor;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
