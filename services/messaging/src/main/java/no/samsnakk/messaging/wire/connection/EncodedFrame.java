package no.samsnakk.messaging.wire.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ServerFrame;

/** A frame as it goes out: written once, however many hear it. */
public final class EncodedFrame {
  /** What holds a frame while it waits, however short it is: objects of ours and of Netty's. */
  private static final int HOLDER = 128;

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(ServerFrame.class);

  private final byte[] utf8;

  private EncodedFrame(byte[] utf8) {
    this.utf8 = utf8;
  }

  public static EncodedFrame of(ServerFrame frame) {
    try {
      return new EncodedFrame(WRITER.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame that cannot be written", e);
    }
  }

  /** Not to be written to: all who hear it share it. */
  byte[] utf8() {
    return utf8;
  }

  /** The bytes that it takes up while it waits for the network. */
  int weight() {
    return weight(utf8.length);
  }

  /** The same of any frame with so many bytes in it. */
  static int weight(int bytes) {
    return bytes + HOLDER;
  }

  /** Never the content (R9). */
  @Override
  public String toString() {
    return "EncodedFrame[bytes=" + utf8.length + "]";
  }
}
