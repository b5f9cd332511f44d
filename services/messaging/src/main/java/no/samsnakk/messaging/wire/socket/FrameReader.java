package no.samsnakk.messaging.wire.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.FrameRefused;
import no.samsnakk.contracts.conversation.Frames;
import no.samsnakk.messaging.wire.socket.Incoming.Frame;
import no.samsnakk.messaging.wire.socket.Incoming.Unusable;
import no.samsnakk.messaging.wire.socket.Incoming.WithoutId;
import no.samsnakk.platform.id.Ids;

/** Makes frames of texts. Never throws, whatever the text is, and never repeats it (R9). */
final class FrameReader {
  private FrameReader() {}

  static Incoming read(String text) {
    try {
      ClientFrame frame = Frames.read(text);
      return frame instanceof ClientFrame.Send send && send.clientId().version() != 7
          ? new WithoutId(send.roomId())
          : new Frame(frame);
    } catch (FrameRefused e) {
      return withoutId(text).<Incoming>map(WithoutId::new).orElseGet(() -> new Unusable(e.code()));
    }
  }

  /** The room of something said whose id is none. */
  private static Optional<UUID> withoutId(String text) {
    try {
      var tree = Json.MAPPER.readTree(text);
      boolean isSend = tree.path("type").asText().equals("send");
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
        .flatMap(text -> Ids.read(text).stream())
        .findFirst();
  }
}
