package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The story is told among the demo's own people on this machine, and nowhere else. */
class StoryIsForTheDemoTest {
  @Test
  void whoTriesItGetsIt() {
    assertTrue(new Settings(Map.of()).story());
    assertTrue(new Settings(Map.of("SAMSNAKK_TLS", "true", "SAMSNAKK_PORT_BASE", "9000")).story());
  }

  @ParameterizedTest
  @CsvSource({
    "SAMSNAKK_STORY, false",
    "SAMSNAKK_DEMO, false",
    "SAMSNAKK_ISSUER, https://login.example/realms/samsnakk",
    "SAMSNAKK_DATABASE, db.example/samsnakk",
    "SAMSNAKK_KAFKA, kafka.example:9092",
    "SAMSNAKK_SMTP_HOST, smtp.example",
    "SAMSNAKK_DIRECTORY_FILE, people.json",
    "SAMSNAKK_ORIGIN, https://samsnakk.example",
    "SAMSNAKK_ROOMS_URL, https://rooms.example",
  })
  void whereAnythingIsSomeoneElsesItIsLeftOut(String setting, String value) {
    assertFalse(new Settings(Map.of(setting, value)).story());
  }

  @Test
  void notEvenForWhoCallsARealIssuerADemo() {
    Map<String, String> given =
        Map.of("SAMSNAKK_DEMO", "true", "SAMSNAKK_ISSUER", "https://login.example/realms/samsnakk");
    assertFalse(new Settings(given).story());
  }
}
