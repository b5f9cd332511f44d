package no.samsnakk.e2e.border;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Room;
import no.samsnakk.e2e.stage.Addresses;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import no.samsnakk.e2e.wire.ClientIds;
import no.samsnakk.e2e.wire.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever a room is none of the business of learns at no door whether there is one (R1): every
 * operation and every frame that the contracts know is tried at the gateway.
 */
@Journey
@Order(35)
class ForeignRoomTest {
  private static final Path CONTRACTS = Path.of("../contracts/src/main/resources");

  /** A new operation names a room and is tried, or it stands here. */
  private static final Set<String> NAMES_NO_ROOM =
      Set.of(
          "POST /auth/activity",
          "POST /auth/back-channel-logout",
          "GET /auth/callback",
          "GET /auth/login",
          "POST /auth/logout",
          "GET /auth/session",
          "GET /auth/sessions",
          "DELETE /auth/sessions/others",
          "DELETE /auth/sessions/{sessionId}",
          "POST /auth/ticket",
          "PUT /api/notifications/subscription",
          "DELETE /api/notifications/subscription",
          "GET /api/notifications/web-push-key",
          "GET /api/consent-texts/current",
          "POST /api/directory/searches",
          "GET /api/me",
          "GET /api/me/address",
          "PUT /api/me/address",
          "GET /api/me/blocks",
          "PUT /api/me/blocks/{personId}",
          "DELETE /api/me/blocks/{personId}",
          "GET /api/rooms",
          "GET /api/conversations/questions",
          "GET /api/conversations/appointments",
          "GET /api/conversations/agreements",
          "POST /internal/sign-ins");

  /** What is answered with nothing, also to who may. */
  private static final Set<String> UNANSWERED = Set.of("close", "typing");

  private static final Map<String, Object> SAMPLES =
      Map.of(
          "/reason", "Klage fra pasienten",
          "/from", "2020-01-01T00:00:00Z",
          "/to", "2099-01-01T00:00:00Z",
          "/action", "LOG_SEARCHED",
          "/before", Long.MAX_VALUE,
          "/limit", 50,
          "/name", "Are Nordmann");

  private final Cast cast;
  private final String app;
  private final Traces traces;
  private final List<Foreign> rooms = new ArrayList<>();

  /** A room of Are's, and a seat in it. */
  private record Foreign(UUID id, String seat) {}

  /** Everybody who is not in Are's rooms, whatever she is otherwise. */
  enum Outsider {
    PATIENT,
    PSYCHOLOGIST,
    ADVISER,
    COLLEAGUE_OF_ONE_IN_IT,
    INVITED_AND_NOT_APPROVED,
    AUDITOR_OF_ANOTHER_ORGANISATION,
    NOBODY
  }

  ForeignRoomTest(Cast cast, Samsnakk samsnakk, Addresses addresses) throws SQLException {
    this.cast = cast;
    app = addresses.app();
    traces = new Traces(samsnakk);
  }

  @BeforeAll
  void areHasRooms() {
    cast.signIn(
        cast.are(), cast.sara(), cast.per(), cast.kari(), cast.vera(), cast.nils(), cast.frida());
    cast.signIn(cast.anne());
    Room closed = entered("Et rom som er stengt");
    cast.are().asks("POST", "/api/rooms/" + closed.id() + "/withdrawal", null);
    Stream.of(proposed("Et rom som venter"), entered("Et rom i bruk"), closed)
        .map(this::foreign)
        .forEach(rooms::add);
  }

  @AfterAll
  void nothingMoreIsRead() throws SQLException {
    traces.close();
  }

  private Room proposed(String purpose) {
    return cast.sara().hasProposedARoomFor(cast.are().who(), purpose, cast.frida());
  }

  /** Are has consented, Sara is in it and has written something; Frida still waits. */
  private Room entered(String purpose) {
    Room room = proposed(purpose);
    cast.are().letsInOnly(cast.sara(), room);
    cast.sara().hasWritten(2, room);
    return room;
  }

  private Foreign foreign(Room room) {
    JsonNode seats = cast.are().asks("GET", "/api/rooms/" + room.id(), null).path("seats");
    return new Foreign(UUID.fromString(room.id()), seats.path(0).path("seatId").asText());
  }

  private Outside outside(Outsider outsider) {
    return switch (outsider) {
      case PATIENT -> Outside.of(app, cast.per());
      case PSYCHOLOGIST -> Outside.of(app, cast.kari());
      case ADVISER -> Outside.of(app, cast.vera());
      case COLLEAGUE_OF_ONE_IN_IT -> Outside.of(app, cast.nils());
      case INVITED_AND_NOT_APPROVED -> Outside.of(app, cast.frida());
      case AUDITOR_OF_ANOTHER_ORGANISATION -> Outside.of(app, cast.anne());
      case NOBODY -> Outside.nobody(app);
    };
  }

  @Test
  void everyOperationIsTriedOrNamesNoRoom() throws IOException {
    List<String> all = operations().map(Operation::toString).toList();
    List<String> tried = operationsOnRooms().stream().map(Operation::toString).toList();

    assertThat(tried).hasSizeGreaterThan(8).doesNotContainAnyElementsOf(NAMES_NO_ROOM);
    assertThat(Stream.concat(tried.stream(), NAMES_NO_ROOM.stream()))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @EnumSource
  void R1_everyOperationAnswersAsForARoomThatDoesNotExist(Outsider outsider) throws IOException {
    Outside who = outside(outsider);
    List<String> differences = new ArrayList<>();
    for (Foreign room : rooms) {
      ForeignRoom asked = new ForeignRoom(room.seat, SAMPLES);
      for (Operation operation : operationsOnRooms()) {
        asked
            .difference(operation, room.id, (m, a, body) -> who.ask(traces, m, a, body))
            .ifPresent(differences::add);
      }
    }
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOBODY")
  void R1_everyFrameIsAnsweredAsForARoomThatDoesNotExist(Outsider outsider) throws IOException {
    Outside who = outside(outsider);
    List<String> differences = new ArrayList<>();
    String unknown = ClientIds.next();
    for (Foreign room : rooms) {
      for (JsonNode frame : framesThatNameARoom()) {
        List<String> there = whatComesOf(frame, room.id.toString(), who);
        List<String> nowhere = whatComesOf(frame, unknown, who);
        if (!there.equals(nowhere)) {
          differences.add(frame + "\n to a foreign room: " + there + "\n to none: " + nowhere);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private List<String> whatComesOf(JsonNode frame, String room, Outside who) {
    String type = frame.path("type").asText();
    List<String> all = new ArrayList<>();
    traces.begin();
    try (Socket socket = who.opensASocket()) {
      if (!type.equals("hello")) {
        socket.send("{\"type\":\"hello\",\"rooms\":[]}").hears("welcome");
      }
      socket.send(
          frame
              .toString()
              .replaceAll("\"roomId\":\"[^\"]+\"", "\"roomId\":\"" + room + "\"")
              .replaceAll("\"clientId\":\"[^\"]+\"", "\"clientId\":\"" + ClientIds.next() + "\""));
      if (!UNANSWERED.contains(type)) {
        all.addAll(socket.hearsAllUntil("refused"));
      }
      all.addAll(socket.send("{\"type\":\"ping\"}").hearsAllUntil("pong"));
    }
    all.addAll(traces.since(who.traced()));
    return all.stream().map(it -> ForeignRoom.comparable(it, room)).sorted().toList();
  }

  /** A test of the contracts demands an example of every frame, so a new one is here by itself. */
  private static List<JsonNode> framesThatNameARoom() throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    for (Path file : files("examples/frame/client")) {
      JsonNode frame = Json.MAPPER.readTree(file.toFile());
      if (frame.findValue("roomId") != null) {
        frames.add(frame);
      }
    }
    assertThat(frames).hasSizeGreaterThan(4);
    return frames;
  }

  private static Stream<Operation> operations() throws IOException {
    return services().stream().flatMap(it -> Operation.of(it).stream());
  }

  private static List<Operation> operationsOnRooms() throws IOException {
    return services().stream().flatMap(it -> ForeignRoom.operations(it).stream()).toList();
  }

  private static List<String> services() throws IOException {
    return files("openapi").stream()
        .map(it -> it.getFileName().toString().replace(".json", ""))
        .toList();
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
      return files.sorted().toList();
    }
  }
}
