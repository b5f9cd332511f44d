package no.samsnakk.messaging.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ServerFrame;

/** A frame as it goes out: written once, however many hear it. */
public record Encoded(String json, int bytes) {
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(ServerFrame.class);

  public static Encoded of(ServerFrame frame) {
    try {
      var utf8 = WRITER.writeValueAsBytes(frame);
      return new Encoded(new String(utf8, StandardCharsets.UTF_8), utf8.length);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame that cannot be written", e);
    }
  }

  /** Never the content (R9). */
  @Override
  public String toString() {
    return "Encoded[bytes=" + bytes + "]";
  }
}
