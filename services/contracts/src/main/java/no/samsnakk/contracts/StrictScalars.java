package no.samsnakk.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Ids, times, days and names are read from text in the one form that the contract names. Jackson
 * would also take Base64 for an id, and the seconds since 1970 for a time.
 */
final class StrictScalars extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** RFC 3339 with a year of four digits, so that it is a time to PostgreSQL too. */
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

  private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What a clock shows, in whole minutes. */
  private static final Pattern CLOCK_FORM =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}");

  StrictScalars() {
    addDeserializer(UUID.class, new FromText<>(UUID.class, UUID_FORM, UUID::fromString));
    addDeserializer(Instant.class, new FromText<>(Instant.class, TIME_FORM, Instant::parse));
    addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, DAY_FORM, LocalDate::parse));
    addDeserializer(
        LocalDateTime.class, new FromText<>(LocalDateTime.class, CLOCK_FORM, LocalDateTime::parse));
    setDeserializerModifier(new Names());
  }

  /** The names of an enum as they stand; Jackson would take one with white space around it. */
  private static final class Names extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;
    private static final Pattern ANY = Pattern.compile(".*");

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription described,
        JsonDeserializer<?> usual) {
      Class names = type.getRawClass();
      return new FromText<>(names, ANY, name -> Enum.valueOf(names, name));
    }
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;
    private final Pattern form;
    private final transient Function<String, T> parse;

    FromText(Class<T> type, Pattern form, Function<String, T> parse) {
      super(type);
      this.type = type;
      this.form = form;
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (T) context.handleUnexpectedToken(type, parser);
      }
      var text = parser.getText();
      try {
        if (form.matcher(text).matches()) {
          return parse.apply(text);
        }
      } catch (DateTimeException | IllegalArgumentException e) {
        // Answered below: the thirtieth of February, a name that is none.
      }
      return (T) context.handleWeirdStringValue(type, text, "not in its one form");
    }
  }
}
