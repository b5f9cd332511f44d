package no.samsnakk.e2e.journey;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import no.samsnakk.e2e.browser.Chromium;
import no.samsnakk.e2e.browser.Inspection;
import no.samsnakk.e2e.browser.Pictures;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Directory;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.people.Surroundings;
import no.samsnakk.e2e.stage.Samsnakk;
import no.samsnakk.e2e.wire.Socket;
import no.samsnakk.e2e.wire.Visitor;
import no.samsnakk.local.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Who tries Samsnakk comes to a place where something has happened: the demo's story, told once,
 * although the first start died in the middle of it. Before the stage is set, as two Samsnakk at
 * once are one too many.
 */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstFiveMinutesTest {
  private static final String TOGETHER = "Holde hverandre oppdatert mens Are venter på DPS";
  private static final String WORK = "Planlegge veien tilbake til jobb";
  private static final String FRIDAS =
      "Henvisningen til DPS er sendt, Are. Svaret kommer i posten til deg.";
  private static final String QUESTION =
      "Hei. Jeg har fått time hos DPS 11. november, men akkurat den dagen kan jeg ikke. Kan jeg bytte?";

  private static final Duration START = Duration.ofMinutes(5);

  private final Samsnakk samsnakk = Samsnakk.withStory();
  private final Path bookmark = samsnakk.state().resolve("data/story");
  private final Chromium chromium = Chromium.start();
  private final Cast cast = cast();

  private Cast cast() {
    Path root = Home.find().root();
    Path build = Path.of(System.getProperty("samsnakk.build", "target")).toAbsolutePath();
    return new Cast(
        new Surroundings(
            samsnakk.addresses(),
            chromium,
            new Directory(root.resolve("deploy/demo/directory.json")),
            new Inspection(samsnakk.addresses().app()),
            new Pictures(build, root.resolve("docs")),
            Device.PHONE));
  }

  @BeforeAll
  void theFirstStartDiesInTheMiddleOfTheStory_andTheSecondGoesOn() throws Exception {
    CompletableFuture.runAsync(samsnakk::up);
    await().atMost(START).pollInterval(Duration.ofMillis(20)).until(() -> saidSoFar() >= 2);
    samsnakk.dies();
    assertThat(Files.readString(bookmark)).startsWith("BEGUN");

    samsnakk.up();

    assertThat(samsnakk.said()).contains("in the middle of the story");
    await().atMost(START).until(() -> Files.readString(bookmark).startsWith("TOLD"));
  }

  /** Once there is somewhere to say it. */
  private int saidSoFar() {
    if (!Files.exists(bookmark)) {
      return 0;
    }
    try (Connection connection =
            DriverManager.getConnection(samsnakk.superuserJdbcUrl("samsnakk"));
        var rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM messaging.message")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void down() {
    chromium.close();
    samsnakk.close();
  }

  @Test
  @Order(1)
  void allOfItIsToldOnce() {
    assertThat(bodies("are.nordmann", TOGETHER))
        .hasSize(5)
        .doesNotHaveDuplicates()
        .contains(FRIDAS)
        .endsWith(QUESTION);
    assertThat(purposes("are.nordmann")).containsExactlyInAnyOrder(TOGETHER, WORK);
    assertThat(purposes("kari.kommunepsykolog"))
        .containsExactlyInAnyOrder(TOGETHER, "Finne arbeidstrening til Per");
  }

  @Test
  @Order(2)
  void areHasTwoAnswersToGive_andSeesWhoHasRead() {
    var are = cast.are();
    are.signsIn();
    var rooms = are.opensMyRooms();
    Room room = new Room(roomId("are.nordmann", TOGETHER), "Are Nordmann", TOGETHER);
    rooms.waitsForAnswer("Les og svar");
    rooms.waitsForAnswer("Se hvem det er");
    are.enters(room).hasOnce(QUESTION);
    are.conversation().tells(FRIDAS, "Lest av Kari");
    are.conversation().noLongerTells(QUESTION, "Lest av");
    are.conversation().noLongerTells(QUESTION, "Kari");

    are.asksWhoHasSeen(room).tells("Kari Kommunepsykolog", "foreslo rommet", "Askøy kommune");
    are.asksWhoHasSeen(room).tells("Du", "samtykket", "");
    are.asksWhoHasSeen(room).tells("Du", "godkjente Vera Veileder", "");

    are.opensMyRooms().answerWhatWaits("Se hvem det er");
    are.approvals().isShown().waitFor("Sara Psykolog");
  }

  @Test
  @Order(3)
  void veraHasSomethingUnreadInTwoRooms() {
    var vera = cast.vera();
    vera.signsIn();
    var rooms = vera.opensMyRooms();
    rooms.hasUnread(TOGETHER, 3);
    rooms.hasUnread("Finne arbeidstrening til Per", 1);
    assertThat(purposes("vera.veileder")).hasSize(2);
  }

  @Test
  @Order(4)
  void anneFindsWhatTheStoryHasLeftInTheLog() {
    var anne = cast.anne();
    anne.signsIn();
    anne.searchesTheLog("Kontroll etter spørsmål fra pasienten")
        .hasEntry("Kari Kommunepsykolog", "Foreslo rommet");
  }

  @Test
  @Order(5)
  void theNextStartTellsNothing() {
    List<String> before = bodies("are.nordmann", TOGETHER);
    samsnakk.down();

    samsnakk.up();

    assertThat(samsnakk.said()).doesNotContain("story");
    assertThat(bodies("are.nordmann", TOGETHER)).isEqualTo(before);
    assertThat(purposes("are.nordmann")).hasSize(2);
  }

  private List<String> bodies(String username, String purpose) {
    Visitor visitor = visitor(username);
    List<String> bodies = new ArrayList<>();
    try (Socket socket = visitor.opensASocket()) {
      String open =
          "{\"type\":\"open\",\"roomId\":\"%s\",\"afterSeq\":0}"
              .formatted(roomId(username, purpose));
      JsonNode opened = socket.send(open).hears("opened");
      opened.path("messages").forEach(said -> bodies.add(said.path("body").asText()));
    }
    return bodies;
  }

  private List<String> purposes(String username) {
    return visitor(username).gets("/api/rooms").path("items").findValuesAsText("purpose");
  }

  private String roomId(String username, String purpose) {
    for (JsonNode room : visitor(username).gets("/api/rooms").path("items")) {
      if (room.path("purpose").asText().equals(purpose)) {
        return room.path("roomId").asText();
      }
    }
    throw new AssertionError("no room " + purpose);
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
