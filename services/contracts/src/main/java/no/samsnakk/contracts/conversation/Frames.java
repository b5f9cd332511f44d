package no.samsnakk.contracts.conversation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.io.IOException;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.StrictJson;

/** Reads what a browser sends and writes what it hears. Shared and thread safe. */
public final class Frames {
  private static final ObjectReader CLIENT = StrictJson.readerFor(ClientFrame.class);
  private static final ObjectWriter SERVER = Json.MAPPER.writerFor(ServerFrame.class);

  private Frames() {}

  /**
   * The frame in this text.
   *
   * @throws FrameRefused if it is none; says which code, never what stood in it (R9)
   */
  public static ClientFrame read(String text) {
    try (JsonParser parser = CLIENT.createParser(text)) {
      // Jackson would take ["ping", {}] too.
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw FrameRefused.malformed();
      }
      return CLIENT.readValue(parser);
    } catch (InvalidTypeIdException e) {
      throw e.getTypeId() == null ? FrameRefused.malformed() : FrameRefused.typeUnknown();
    } catch (IOException e) {
      throw FrameRefused.malformed();
    }
  }

  /** The frame as the text that goes out. */
  public static String write(ServerFrame frame) {
    try {
      return SERVER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame that cannot be written: " + frame.getClass(), e);
    }
  }
}
