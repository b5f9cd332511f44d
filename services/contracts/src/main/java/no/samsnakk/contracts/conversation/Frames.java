package no.samsnakk.contracts.conversation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import no.samsnakk.contracts.Json;

/** Reads what a browser sends and writes what it hears. Shared and thread safe. */
public final class Frames {
  /**
   * Reads no number from text and no text from a number, wants every field that a frame must have,
   * and nothing behind the frame. Unknown fields pass by: a newer browser may say more.
   */
  private static final JsonMapper STRICT =
      ((JsonMapper) Json.MAPPER)
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, Frames::textAlone)
          .build();

  private static final ObjectReader CLIENT = STRICT.readerFor(ClientFrame.class);
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

  private static void textAlone(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
