package no.samsnakk.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;

/** Writes and reads {@link Event}s; the one place that knows which type name is which record. */
public final class Events {
  private static final String SOURCE = "/samsnakk/";
  private static final Map<Class<? extends EventData>, String> TYPES =
      Map.of(
          PersonChanged.class, "no.samsnakk.rooms.person-changed.v1",
          RoomChanged.class, "no.samsnakk.rooms.room-changed.v1",
          EntryCommitted.class, "no.samsnakk.messaging.entry-committed.v1",
          MessagesRead.class, "no.samsnakk.messaging.messages-read.v1",
          MessagesReceived.class, "no.samsnakk.messaging.messages-received.v1",
          AuditRecorded.class, "no.samsnakk.audit.recorded.v1",
          SessionEnded.class, "no.samsnakk.gateway.session-ended.v1",
          TypingStarted.class, "no.samsnakk.messaging.typing-started.v1");

  private static final Map<String, Class<? extends EventData>> CLASSES =
      TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final Set<String> ENTRY_MEMBERS =
      Stream.of(AuditRecorded.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toSet());

  private Events() {}

  /** The CloudEvents type of this data. */
  public static String typeOf(EventData data) {
    return typeOf(data.getClass());
  }

  static String typeOf(Class<? extends EventData> data) {
    return Objects.requireNonNull(TYPES.get(data), "an event without a type name");
  }

  private static String service(JsonNode tree) {
    var source = tree.path("source").asText();
    return source.startsWith(SOURCE) ? source.substring(SOURCE.length()) : "";
  }

  private static Instant at(JsonNode tree) {
    try {
      return Instant.parse(tree.path("time").asText());
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  /** When an event says that it was told; nothing where it does not say, or is none. */
  public static Optional<Instant> timeOf(String json) {
    try {
      return Optional.of(at(Json.MAPPER.readTree(json))).filter(Instant.EPOCH::isBefore);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(JsonNode said, EventData read) {
    return !(read instanceof AuditRecorded)
        || said.propertyStream().allMatch(member -> ENTRY_MEMBERS.contains(member.getKey()));
  }

  /** A new event as JSON; {@code service} is the teller's name, such as {@code rooms}. */
  public static String write(UUID id, String service, Instant time, EventData data) {
    var source = URI.create(SOURCE + service);
    var event = new Event<>("1.0", id, source, typeOf(data), time, "application/json", data);
    try {
      return Json.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event that cannot be written: " + typeOf(data), e);
    }
  }

  /**
   * Reads an event.
   *
   * @return nothing for a type that this version does not know: tomorrow's events pass by
   * @throws IllegalArgumentException if it is not an event of ours; its text is not repeated (R9)
   */
  public static Optional<EventData> read(String json) {
    return readTold(json).map(Told::data);
  }

  /**
   * An event with what its envelope says.
   *
   * @param service the teller's name; empty where the source names none of ours
   * @param at when it was told; the epoch where that is not said
   * @param whole whether an entry of the log says nothing that this version does not know
   */
  public record Told(String service, Instant at, EventData data, boolean whole) {}

  /** As {@link #read}, with who says that he tells it. */
  public static Optional<Told> readTold(String json) {
    try {
      JsonNode tree = Yesterday.asToday(Json.MAPPER.readTree(json));
      var type = CLASSES.get(tree.path("type").asText());
      if (type == null) {
        return Optional.empty();
      }
      if (!tree.path("data").isObject()) {
        throw new IllegalArgumentException("Not an event: no data");
      }
      var data = Json.MAPPER.treeToValue(tree.path("data"), type);
      return Optional.of(new Told(service(tree), at(tree), data, isWhole(tree.path("data"), data)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not an event: " + e.getClass().getSimpleName());
    }
  }
}
