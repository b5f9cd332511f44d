package no.samsnakk.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is of the type that the contract says, or it is refused. */
class StrictJsonTest {
  record Thing(
      String text,
      Kind kind,
      UUID id,
      Instant at,
      LocalDate day,
      LocalDateTime shown,
      Long count,
      Boolean yes,
      List<String> many) {}

  enum Kind {
    FIRST,
    SECOND
  }

  @Test
  void whatTheContractSaysIsRead() throws IOException {
    var id = "01991d2e-7c00-7000-8000-000000000101";
    var json =
        """
        {"text":"æ 👍","kind":"SECOND","id":"%s","at":"2026-11-26T12:00:00.5+01:00","day":"2028-02-29",
         "shown":"2026-11-17T10:05","count":7,
         "yes":true,"many":["a"],"newer":{"field":[1,{}]}}"""
            .formatted(id);

    assertEquals(
        new Thing(
            "æ 👍",
            Kind.SECOND,
            UUID.fromString(id),
            Instant.parse("2026-11-26T11:00:00.5Z"),
            LocalDate.of(2028, 2, 29),
            LocalDateTime.of(2026, 11, 17, 10, 5),
            7L,
            true,
            List.of("a")),
        read(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"day\":\"2026-02-29\"}",
        "{\"day\":\"2026-11-26T12:00:00Z\"}",
        "{\"day\":\"+12026-11-26\"}",
        "{\"day\":\"\"}",
        "{\"day\":[2026,11,26]}",
        "{\"day\":20783}",
        "{\"shown\":\"2026-11-17T10:05:00\"}",
        "{\"shown\":\"2026-11-17T10:05Z\"}",
        "{\"shown\":\"2026-11-17\"}",
        "{\"shown\":\"2026-02-29T10:05\"}",
        "{\"shown\":\"2026-11-17T24:00\"}",
        "{\"shown\":[2026,11,17,10,5]}",
        "{\"kind\":0}",
        "{\"kind\":\"0\"}",
        "{\"kind\":\"\"}",
        "{\"kind\":\" FIRST\"}",
        "{\"kind\":\"first\"}",
        "{\"kind\":[\"FIRST\"]}",
        "{\"text\":7}",
        "{\"text\":true}",
        "{\"text\":1.5}",
        "{\"text\":\"\\u0000\"}",
        "{\"text\":\"\\ud83d\"}",
        "{\"newer\":\"\\udc4d\"}",
        "{\"\\u0000\":1}",
        "{\"id\":\"\"}",
        "{\"id\":\"1-1-1-1-1\"}",
        "{\"id\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}",
        "{\"at\":0}",
        "{\"at\":\"\"}",
        "{\"at\":\"1764150000\"}",
        "{\"at\":\"2026-02-30T00:00:00Z\"}",
        "{\"at\":\"+99999-01-01T00:00:00Z\"}",
        "{\"count\":\"7\"}",
        "{\"count\":\"\"}",
        "{\"count\":7.0}",
        "{\"count\":true}",
        "{\"yes\":1}",
        "{\"yes\":\"true\"}",
        "{\"many\":\"a\"}",
        "{\"many\":\"\"}",
        "{\"many\":[7]}",
        "{\"text\":\"a\",\"text\":\"a\"}",
        "{} {}",
        "{} x",
        "[{}]",
        "null",
        "",
        "{\"x\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}"
      })
  void anythingElseIsRefused(String json) {
    assertThrows(IOException.class, () -> read(json));
  }

  @Test
  void onlyUtf8IsRead() {
    var json = "{\"text\":\"\u00ff\"}";
    assertThrows(
        IOException.class,
        () -> StrictJson.object(json.getBytes(StandardCharsets.ISO_8859_1), Thing.class));
    assertThrows(
        IOException.class,
        () -> StrictJson.object(json.getBytes(StandardCharsets.UTF_16), Thing.class));
  }

  @Test
  void aTimeOfTheClockIsWrittenAsItIsRead() throws IOException {
    var shown = LocalDateTime.of(2026, 11, 17, 10, 0);
    assertEquals("\"2026-11-17T10:00\"", Json.MAPPER.writeValueAsString(shown));
  }

  private static Object read(String json) throws IOException {
    return StrictJson.object(json.getBytes(UTF_8), Thing.class);
  }
}
