package no.samsnakk.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.Json;

/** Writes and reads {@link Event}s; the one place that knows which type name is which record. */
public final class Events {
  private static final Map<Class<? extends EventData>, String> TYPES =
      Map.of(
          PersonChanged.class, "no.samsnakk.rooms.person-changed.v1",
          RoomChanged.class, "no.samsnakk.rooms.room-changed.v1",
          MessageCommitted.class, "no.samsnakk.messaging.message-committed.v1",
          MessagesRead.class, "no.samsnakk.messaging.messages-read.v1",
          AuditRecorded.class, "no.samsnakk.audit.recorded.v1",
          SessionEnded.class, "no.samsnakk.gateway.session-ended.v1",
          TypingStarted.class, "no.samsnakk.messaging.typing-started.v1");

  private static final Map<String, Class<? extends EventData>> CLASSES =
      TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private Events() {}

  /** The CloudEvents type of this data. */
  public static String typeOf(EventData data) {
    return typeOf(data.getClass());
  }

  static String typeOf(Class<? extends EventData> data) {
    return Objects.requireNonNull(TYPES.get(data), "an event without a type name");
  }

  /** A new event as JSON; {@code service} is the teller's name, such as {@code rooms}. */
  public static String write(UUID id, String service, Instant time, EventData data) {
    var source = URI.create("/samsnakk/" + service);
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
    try {
      JsonNode tree = Json.MAPPER.readTree(json);
      var type = CLASSES.get(tree.path("type").asText());
      if (type == null) {
        return Optional.empty();
      }
      if (!tree.path("data").isObject()) {
        throw new IllegalArgumentException("Not an event: no data");
      }
      return Optional.of(Json.MAPPER.treeToValue(tree.path("data"), type));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not an event: " + e.getClass().getSimpleName());
    }
  }
}
