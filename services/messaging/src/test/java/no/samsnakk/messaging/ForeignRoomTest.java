package no.samsnakk.messaging;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever a room is none of the business of learns not even whether there is one. */
@QuarkusTest
@WithTestResource(World.class)
class ForeignRoomTest extends RoomOfAre {
  private static final Path FRAMES =
      Path.of("../contracts/src/main/resources/examples/frame/client");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length");

  /** Everybody who is not in Are's room. */
  enum Outsider {
    IN_NO_ROOM,
    PATIENT_OF_ANOTHER_ROOM,
    REMOVED,
    INVITED_AND_NOT_APPROVED
  }

  /** The counts of refusals before this test would be taken for what nobody leaves in the log. */
  @BeforeEach
  void nothingIsBeingCounted() {
    await()
        .until(() -> Database.ask(UUID.class, "select agent_id from messaging.refusal").isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void R1_every_operation_answers_as_for_a_room_that_does_not_exist(Outsider outsider) {
    are.sends(room, "Noe å lese");
    var who = who(outsider);
    var asked = new ForeignRoom("", Map.of());

    var differences =
        ForeignRoom.operations("messaging").stream()
            .flatMap(operation -> difference(asked, operation, who))
            .toList();

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void R1_every_frame_is_answered_as_for_a_room_that_does_not_exist(Outsider outsider)
      throws IOException {
    are.sends(room, "Noe å lese");
    var differing = new ArrayList<String>();
    var unknown = Ids.next();
    for (String frame : framesThatNameARoom()) {
      // Somebody new: repeats of a refusal would be counted, and not for both at the same time.
      var who = who(outsider);
      var there = whatComesOf(frame, room, who);
      var nowhere = whatComesOf(frame, unknown, who);
      if (!there.equals(nowhere)) {
        differing.add(frame + "\n to a foreign room: " + there + "\n to none: " + nowhere);
      }
    }
    assertThat(differing).isEmpty();
  }

  private Person who(Outsider outsider) {
    var who = story.person();
    switch (outsider) {
      case IN_NO_ROOM -> {}
      case PATIENT_OF_ANOTHER_ROOM -> story.room(who, vera);
      case REMOVED -> readsAndIsRemoved(who);
      case INVITED_AND_NOT_APPROVED -> story.asksAbout(room, who);
    }
    return who;
  }

  /** All that her removal is told by is over, sooner or later as it may come, when this returns. */
  private void readsAndIsRemoved(Person who) {
    story.letsIn(room, are, who);
    who.opens(room);
    story.isRemovedSilently(who, room);
    who.browser().hears(ServerFrame.Closed.class);
    // It was her only room.
    assertThat(who.browser().isClosedWith()).isEqualTo(4403);
    // The beginning of her view and its end.
    await().until(() -> logged(who).size() == 2);
  }

  private Stream<String> difference(ForeignRoom asked, Operation operation, Person who) {
    var forHer = asked.difference(operation, room, (m, a, body) -> ask(who, m, a, body));
    var forNobody = asked.difference(operation, room, (m, a, body) -> ask(null, m, a, body));
    return Stream.concat(forHer.stream(), forNobody.stream());
  }

  private static ForeignRoom.Answer ask(
      @Nullable Person who, String method, String address, byte[] body) {
    int before = logged(who).size();
    var asks = who == null ? RestAssured.given().contentType(ContentType.JSON) : who.asks();
    var answer = asks.body(body).request(method, address);
    var headers = new TreeMap<String, String>();
    for (Header header : answer.headers()) {
      if (!OF_THE_MOMENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
        headers.put(header.getName(), header.getValue());
      }
    }
    var after = logged(who);
    return new ForeignRoom.Answer(
        answer.statusCode(),
        headers,
        answer.body().asString(),
        after.subList(before, after.size()));
  }

  /** A contract test demands an example of every frame, so a new one is here by itself. */
  private static List<String> framesThatNameARoom() throws IOException {
    try (var files = Files.list(FRAMES)) {
      var frames = new ArrayList<String>();
      for (Path file : files.sorted().toList()) {
        var frame = Json.MAPPER.readTree(file.toFile()).toString();
        if (frame.contains("roomId")) {
          frames.add(frame);
        }
      }
      assertThat(frames).isNotEmpty();
      return frames;
    }
  }

  /** All that she hears over a new socket, and all that is written to the log of it. */
  private static List<String> whatComesOf(String frame, UUID roomId, Person who) {
    int before = logged(who).size();
    var endsAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
    var browser = Browser.connect(who.ticket(endsAt), World.ORIGIN);
    browser.says(
        frame
            .replaceAll("\"roomId\":\"[^\"]+\"", "\"roomId\":\"" + roomId + "\"")
            .replaceAll("\"clientId\":\"[^\"]+\"", "\"clientId\":\"" + Ids.next() + "\""));
    if (!frame.contains("\"hello\"")) {
      browser.says("{\"type\":\"hello\",\"rooms\":[]}");
    }
    browser.hears(ServerFrame.Welcome.class);
    awaitAnswer(browser, frame);
    browser.hearsAllThatIsComing();
    var all = new ArrayList<String>();
    browser.all(ServerFrame.class).forEach(heard -> all.add(written(heard)));
    browser.closes();
    var after = logged(who);
    all.addAll(after.subList(before, after.size()));
    return all.stream()
        .map(text -> ForeignRoom.comparable(text, roomId.toString()))
        .sorted()
        .toList();
  }

  /** What is refused is in the log before it is answered, and a pong may overtake that. */
  private static void awaitAnswer(Browser browser, String frame) {
    if (!frame.contains("\"close\"") && !frame.contains("\"typing\"")) {
      browser.hears(ServerFrame.Refused.class);
    }
  }

  private static String written(ServerFrame frame) {
    try {
      return Json.MAPPER.writerFor(ServerFrame.class).writeValueAsString(frame);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> logged(@Nullable Person who) {
    var whose = who == null ? "%" : "%\"agentId\":\"" + who.personId() + "\"%";
    return Database.ask(
        String.class,
        "select payload from messaging.outbox where topic = 'samsnakk.audit.v1' and payload like ?"
            + " order by id",
        whose);
  }
}
