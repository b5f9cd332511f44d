package no.samsnakk.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateTimeSerializer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How every contract is written as JSON: ISO-8601 times, nothing for null, unknown fields read. */
public final class Json {
  /** What a clock shows, in whole minutes: nothing of ours is more exact. */
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  /** Shared and thread safe. Unknown properties are ignored so that yesterday's reader survives. */
  public static final ObjectMapper MAPPER = common(JsonMapper.builder()).build();

  private Json() {}

  static JsonMapper.Builder common(JsonMapper.Builder builder) {
    return builder
        .addModule(
            new JavaTimeModule()
                .addSerializer(LocalDateTime.class, new LocalDateTimeSerializer(CLOCK)))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .serializationInclusion(JsonInclude.Include.NON_NULL);
  }
}
