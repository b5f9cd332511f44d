package no.samsnakk.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks an operation for a room that is none of the asker's, and for one that does not exist:
 * whoever asks hears the same, and the same is written to the log (R1, R6).
 */
public final class ForeignRoom {
  private static final String ROOM = "roomId";

  /** What a path may name besides the room; a new name has to be thought about, and stand here. */
  private static final Set<String> KNOWN = Set.of(ROOM, "seatId", "sessionId", "personId");

  /** What is new each time. */
  private static final Map<Pattern, String> CHANGING =
      Map.of(
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          "{id}",
          Pattern.compile("\"traceId\":\"[0-9a-f]+\""),
          "{trace}",
          Pattern.compile("\"hash\":\"[0-9a-f]{64}\""),
          "{hash}",
          Pattern.compile("\"seq\":\\d+"),
          "{seq}",
          Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"),
          "{time}");

  /** Always the same one, so that the log counts both alike. */
  private final String unknown = unknown();

  private final String seatThere;
  private final Map<String, Object> samples;

  /** Asks as the outsider; the answer with all that is to be compared. */
  public interface Asker {
    Answer ask(String method, String address, byte[] body);
  }

  /**
   * @param headers without those that tell the time
   * @param logged what was written to the log of it
   */
  public record Answer(int status, Map<String, String> headers, String body, List<String> logged) {}

  /**
   * @param seatThere a seat of the room that is foreign
   * @param samples values, by JSON pointer, for what the schema does not tell how to make
   */
  public ForeignRoom(String seatThere, Map<String, Object> samples) {
    this.seatThere = seatThere;
    this.samples = samples;
  }

  /** All of the service's operations that name a room, in the path or in the body. */
  public static List<Operation> operations(String service) {
    var all = Operation.of(service);
    all.forEach(ForeignRoom::requireKnown);
    return all.stream().filter(it -> inAddress(it) || inBody(it)).toList();
  }

  private static void requireKnown(Operation operation) {
    for (var parameter : operation.parameters()) {
      if (parameter.in().equals("path") && !KNOWN.contains(parameter.name())) {
        throw new AssertionError(
            operation + ": say in ForeignRoom whether {" + parameter.name() + "} leads to a room");
      }
    }
    var elsewhere = elsewhere(operation);
    if (!elsewhere.isEmpty()) {
      throw new AssertionError(
          operation + " names a room where ForeignRoom puts none: " + elsewhere);
    }
  }

  /** Whatever seems to name a room and is not {@link #ROOM} in the address or atop the body. */
  private static List<String> elsewhere(Operation operation) {
    var names = operation.parameters().stream().map(Operation.Parameter::name);
    return Stream.concat(names.filter(it -> !it.equals(ROOM)), inside(operation.body()))
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("room"))
        .toList();
  }

  private static Stream<String> inside(@Nullable JsonNode body) {
    if (body == null) {
      return Stream.empty();
    }
    var others = body.deepCopy();
    if (others.path("properties") instanceof ObjectNode atop) {
      atop.remove(ROOM);
    }
    return names(others);
  }

  private static Stream<String> names(JsonNode node) {
    return Stream.concat(
        node.properties().stream().map(Map.Entry::getKey),
        StreamSupport.stream(node.spliterator(), false).flatMap(ForeignRoom::names));
  }

  private static boolean inAddress(Operation operation) {
    return operation.parameters().stream().anyMatch(it -> it.name().equals(ROOM));
  }

  private static boolean inBody(Operation operation) {
    return Optional.ofNullable(operation.body())
        .filter(body -> body.path("properties").has(ROOM))
        .isPresent();
  }

  /** How the answers differ; nothing where they do not. */
  public Optional<String> difference(Operation operation, UUID foreign, Asker asker) {
    var there = ask(operation, foreign.toString(), seatThere, asker);
    var nowhere = ask(operation, unknown, UUID.randomUUID().toString(), asker);
    return there.equals(nowhere)
        ? Optional.empty()
        : Optional.of(operation + "\n to a foreign room: " + there + "\n to none: " + nowhere);
  }

  private Answer ask(Operation operation, String room, String seat, Asker asker) {
    var address = operation.at(ROOM, room).replace("{seatId}", seat);
    if (operation.parameters().stream()
        .anyMatch(it -> it.in().equals("query") && it.name().equals(ROOM))) {
      address += "?" + ROOM + "=" + room;
    }
    var answer = asker.ask(operation.method(), address, body(operation, room));
    return new Answer(
        answer.status(),
        new TreeMap<>(answer.headers()),
        comparable(answer.body(), room),
        answer.logged().stream().map(entry -> comparable(entry, room)).toList());
  }

  private byte[] body(Operation operation, String room) {
    if (operation.body() == null) {
      return new byte[0];
    }
    var values = new HashMap<>(samples);
    values.put("/" + ROOM, room);
    return Bodies.good(operation, values);
  }

  /** The same for both: the room by what it is to the asker, and without what is new each time. */
  public static String comparable(String text, String room) {
    var same = text.replace(room, "{room}");
    for (var changing : CHANGING.entrySet()) {
      same =
          changing.getKey().matcher(same).replaceAll(Matcher.quoteReplacement(changing.getValue()));
    }
    return same;
  }

  private static String unknown() {
    var random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }
}
