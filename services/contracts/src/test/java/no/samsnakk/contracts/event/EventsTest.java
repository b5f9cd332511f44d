package no.samsnakk.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tomorrow's events pass by; what is none is refused without its text (R9). */
class EventsTest {
  @Test
  void anEventOfTomorrowPassesBy() {
    assertEquals(
        Optional.empty(),
        Events.read("{\"type\":\"no.samsnakk.rooms.something.v1\",\"data\":{\"a\":1}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\"}",
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\",\"data\":null}",
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\",\"data\":\"secret\"}",
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\",\"data\":{\"roomId\":\"secret\"}}",
        "{\"type\":\"no.samsnakk.messaging.messages-read.v1\",\"data\":{\"seq\":{\"secret\":1}}}"
      })
  void aMalformedEventIsRefusedWithoutItsText(String json) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Events.read(json));

    assertFalse(refused.toString().contains("secret"));
  }
}
