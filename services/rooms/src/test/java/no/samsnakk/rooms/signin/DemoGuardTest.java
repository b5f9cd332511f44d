package no.samsnakk.rooms.signin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8180/realms/samsnakk",
        "http://127.0.0.1:8180/realms/samsnakk",
        "http://[::1]:8180/realms/samsnakk"
      })
  void theDemoStartsWithAnIssuerOnThisMachine(String issuer) {
    assertDoesNotThrow(() -> start(true, issuer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com/realms/samsnakk",
        "http://localhost.example.com/realms/samsnakk",
        "http://127.0.0.1.example.com/",
        "http://10.0.0.1/",
        "http://localhost@id.example.com/",
        "no-url"
      })
  void theDemoRefusesToStartWithAnyOther(String issuer) {
    var refused = assertThrows(IllegalStateException.class, () -> start(true, issuer));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("SAMS00211: "));
    assertDoesNotThrow(() -> start(false, issuer));
  }

  private static void start(boolean demo, String issuer) {
    new DemoGuard(demo, URI.create(issuer)).start(new StartupEvent());
  }
}
