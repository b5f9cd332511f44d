package no.samsnakk.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import no.samsnakk.local.directory.Directory;
import org.jspecify.annotations.Nullable;

/**
 * One of the demo people, who does what her app would. What an earlier telling has got done is seen
 * and not done again.
 */
final class Person implements AutoCloseable {
  private final Directory.Person who;
  private final Door door;
  private final Map<String, String> found = new HashMap<>();
  private @Nullable Socket socket;
  private JsonNode me = MissingNode.getInstance();

  Person(Directory.Person who, String app, Supplier<HttpClient.Builder> client) {
    this.who = who;
    this.door = new Door(app, client);
  }

  void signsIn() {
    me = door.signInAs(who.username());
  }

  void signsOut() {
    if (socket != null) {
      socket.close();
    }
    door.ask("POST", "/auth/logout", Map.of());
  }

  /**
   * A room for this patient with these helpers besides herself; nothing more if it was proposed.
   */
  void proposes(UUID room, Person patient, String purpose, List<String> helpers) {
    Map<String, String> forWhom =
        Map.of(
            "identityNumber", patient.who.identityNumber(),
            "name", patient.who.name(),
            "email", patient.who.email());
    door.ask(
        "PUT",
        path(room),
        Map.of(
            "asRoleId",
            me.path("roles").path(0).path("roleId").asText(),
            "patient",
            forWhom,
            "purpose",
            purpose,
            "invitedRoleIds",
            helpers.stream().map(this::finds).toList()));
  }

  /** She invites this helper into a room of hers. */
  void invites(String helper, UUID room) {
    if (seats(look(room)).stream().noneMatch(seat -> name(seat).equals(helper))) {
      door.ask("POST", path(room) + "/seats", Map.of("roleId", finds(helper)));
    }
  }

  /** The role to invite her by. */
  private String finds(String helper) {
    return found.computeIfAbsent(helper, this::searches);
  }

  private String searches(String helper) {
    JsonNode answer = door.ask("POST", "/api/directory/searches", Map.of("query", helper));
    return children(answer.path("items")).stream()
        .filter(item -> item.path("name").asText().equals(helper))
        .map(item -> item.path("roleId").asText())
        .findFirst()
        .orElseThrow(() -> NotTold.anyMore("a helper of the story is not in the directory"));
  }

  /** He reads what he is asked, says yes, and lets these helpers in. */
  void consents(UUID room, List<String> helpers) {
    JsonNode details = look(room);
    if (details.path("status").asText().equals("PROPOSED")) {
      String version = door.ask("GET", "/api/consent-texts/current", null).path("version").asText();
      Map<String, Object> shown =
          Map.of(
              "accessEpoch", details.path("accessEpoch").asLong(),
              "joins", details.at("/ifYes/joins"),
              "asked", details.at("/ifYes/asked"));
      Map<String, Object> yes =
          Map.of("textVersion", version, "decision", "GIVEN", "language", "nb", "shown", shown);
      details = door.ask("POST", path(room) + "/consent", yes);
    }
    for (JsonNode seat : seats(details)) {
      boolean isAsked = seat.path("status").asText().equals("PROPOSED");
      if (isAsked && helpers.contains(name(seat))) {
        String approval = path(room) + "/seats/" + seat.path("seatId").asText() + "/approval";
        door.ask("POST", approval, Map.of("decision", "APPROVED"));
      }
    }
  }

  private static String name(JsonNode seat) {
    return seat.at("/person/name").asText();
  }

  /** Opens the room, has read what stands there, and answers. */
  void writes(UUID room, UUID clientId, String text) {
    says(room, clientId, opened -> Map.of("body", text));
  }

  /** Opens the room, and makes a message that was sent under this id a question to somebody. */
  void asks(UUID room, UUID clientId, UUID message, Person addressee) {
    says(
        room,
        clientId,
        opened ->
            Map.of(
                "kind", "QUESTION",
                "about", place(opened, message),
                "state", "OPEN",
                "askedById", id(),
                "addresseeId", addressee.id()));
  }

  private String id() {
    return me.path("personId").asText();
  }

  private void says(UUID room, UUID clientId, Function<JsonNode, Map<String, ?>> payload) {
    String roomId = room.toString();
    Socket open = socket();
    JsonNode opened = open.asks(Map.of("type", "open", "roomId", roomId), "opened");
    if (sent(opened, clientId).isEmpty()) {
      if (!opened.path("mayWrite").asBoolean()) {
        throw NotTold.anyMore("somebody of the story may no longer write");
      }
      long last = opened.path("lastSeq").asLong();
      if (last > 0) {
        open.says(Map.of("type", "read", "roomId", roomId, "fromSeq", 1, "seq", last));
      }
      Map<String, Object> frame = new HashMap<>(payload.apply(opened));
      frame.putAll(Map.of("type", "send", "roomId", roomId, "clientId", clientId));
      open.asks(frame, "accepted");
    }
    open.says(Map.of("type", "close", "roomId", roomId));
  }

  private static long place(JsonNode opened, UUID message) {
    return sent(opened, message)
        .orElseThrow(() -> NotTold.anyMore("a message of the story is not there"))
        .path("seq")
        .asLong();
  }

  private static Optional<JsonNode> sent(JsonNode opened, UUID clientId) {
    return children(opened.path("messages")).stream()
        .filter(said -> said.path("clientId").asText().equals(clientId.toString()))
        .findFirst();
  }

  private Socket socket() {
    Socket open = socket == null ? door.socket() : socket;
    socket = open;
    return open;
  }

  private JsonNode look(UUID room) {
    return door.ask("GET", path(room), null);
  }

  private static String path(UUID room) {
    return "/api/rooms/" + room;
  }

  private static List<JsonNode> seats(JsonNode details) {
    return children(details.path("seats"));
  }

  private static List<JsonNode> children(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  @Override
  public void close() {
    door.close();
  }
}
