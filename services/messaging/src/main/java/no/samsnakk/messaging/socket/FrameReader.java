package no.samsnakk.messaging.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.messaging.socket.Incoming.Frame;
import no.samsnakk.messaging.socket.Incoming.Unusable;
import no.samsnakk.messaging.socket.Incoming.WithoutId;
import org.jspecify.annotations.Nullable;

/** Makes frames of texts. Never throws, whatever the text is, and never repeats it (R9). */
final class FrameReader {
  private static final ObjectReader READER =
      Json.MAPPER
          .readerFor(ClientFrame.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  private static final Incoming MALFORMED = new Unusable("frame-malformed");
  private static final Incoming TYPE_UNKNOWN = new Unusable("frame-type-unknown");

  private FrameReader() {}

  static Incoming read(String text) {
    try {
      ClientFrame frame = READER.readValue(text);
      return frame == null ? MALFORMED : complete(frame);
    } catch (InvalidTypeIdException e) {
      return e.getTypeId() == null ? MALFORMED : TYPE_UNKNOWN;
    } catch (JsonProcessingException e) {
      return withoutId(text).<Incoming>map(WithoutId::new).orElse(MALFORMED);
    }
  }

  private static Incoming complete(ClientFrame frame) {
    boolean complete =
        switch (frame) {
          case ClientFrame.Hello hello ->
              present(hello.rooms())
                  && hello.rooms().stream()
                      .allMatch(room -> present(room) && present(room.roomId()));
          case ClientFrame.Open open -> present(open.roomId());
          case ClientFrame.Close close -> present(close.roomId());
          case ClientFrame.Send send -> present(send.roomId()) && present(send.body());
          case ClientFrame.Read read -> present(read.roomId());
          case ClientFrame.Typing typing -> present(typing.roomId());
          case ClientFrame.Ping ping -> true;
        };
    if (!complete) {
      return MALFORMED;
    }
    return frame instanceof ClientFrame.Send send && !isVersion7(send.clientId())
        ? new WithoutId(send.roomId())
        : new Frame(frame);
  }

  /** Jackson leaves out what the text leaves out, whatever the record's types promise. */
  private static boolean present(@Nullable Object value) {
    return value != null;
  }

  private static boolean isVersion7(@Nullable UUID clientId) {
    return clientId != null && clientId.version() == 7;
  }

  /** The room of a message that is wrong in nothing but its id. */
  private static Optional<UUID> withoutId(String text) {
    try {
      var tree = Json.MAPPER.readTree(text);
      boolean isSend = tree.path("type").asText().equals("send") && tree.path("body").isTextual();
      return isSend && uuid(tree.path("clientId")).isEmpty()
          ? uuid(tree.path("roomId"))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(JsonNode node) {
    return Stream.of(node.asText())
        .filter(text -> text.length() == 36)
        .map(FrameReader::parse)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .findFirst();
  }

  private static @Nullable UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
