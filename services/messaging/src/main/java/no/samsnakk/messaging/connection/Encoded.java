package no.samsnakk.messaging.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ServerFrame;

/** A frame as it goes out: written once, however many hear it. */
public final class Encoded {
  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(ServerFrame.class);

  private final byte[] utf8;

  private Encoded(byte[] utf8) {
    this.utf8 = utf8;
  }

  public static Encoded of(ServerFrame frame) {
    try {
      return new Encoded(WRITER.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame that cannot be written", e);
    }
  }

  /** Not to be written to: all who hear it share it. */
  byte[] utf8() {
    return utf8;
  }

  int bytes() {
    return utf8.length;
  }

  /** Never the content (R9). */
  @Override
  public String toString() {
    return "Encoded[bytes=" + utf8.length + "]";
  }
}
