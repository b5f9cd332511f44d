package no.samsnakk.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import no.samsnakk.contracts.text.WellFormed;

/**
 * How everything that comes from outside is read: frames and the bodies of requests. Each value is
 * of the type that the contract says or it is refused: no number for a text, a name or a time, no
 * text for a number, nothing empty for nothing. No field stands there twice, nothing follows, and
 * nothing lies deeper than {@link #DEEPEST}. Unknown fields pass by: a newer browser may say more.
 */
public final class StrictJson {
  /** Objects and arrays within each other; the deepest that we have is three. */
  static final int DEEPEST = 16;

  private static final int LONGEST_NUMBER = 32;

  private static final JsonMapper MAPPER =
      Json.common(JsonMapper.builder(factory()))
          .addModule(new StrictScalars())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(StrictJson::noCoercion)
          .withCoercionConfig(LogicalType.Textual, StrictJson::noCoercion)
          .build();

  private StrictJson() {}

  /** Reads one type by these rules; what it is given must begin with an object, see there. */
  public static ObjectReader readerFor(Class<?> type) {
    return MAPPER.readerFor(type);
  }

  /**
   * The object in a request's body.
   *
   * @param body UTF-8, and in no other encoding
   * @throws IOException if it is none of this type; its message may repeat what stood there and is
   *     shown to nobody (R9)
   */
  public static Object object(byte[] body, Type type) throws IOException {
    var json = utf8(body);
    requireWellFormedObject(json);
    return MAPPER.readValue(json, MAPPER.constructType(type));
  }

  private static String utf8(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  /** Walks through all of it, what no field is named for too: an escape may stand anywhere. */
  private static void requireWellFormedObject(String json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (parser.nextToken() != null) {
        if (hasText(parser.currentToken()) && !WellFormed.is(parser.getText())) {
          throw new IOException("not text");
        }
      }
    }
  }

  private static boolean hasText(JsonToken token) {
    return token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .build();
  }

  private static void noCoercion(MutableCoercionConfig config) {
    for (var shape : CoercionInputShape.values()) {
      config.setCoercion(shape, CoercionAction.Fail);
    }
  }
}
