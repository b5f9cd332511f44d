package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be started says why, with a code of its own, and has started nothing. */
class RefusalTest {
  @TempDir Path state;

  @Test
  void aTakenPortIsNamed_withTheSettingThatMovesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();

      String said = refused(Refusal.PORT_TAKEN, Map.of("SAMSNAKK_INBOX_PORT", port));

      assertTrue(said.contains(port), said);
      assertTrue(said.contains("SAMSNAKK_INBOX_PORT"), said);
      assertTrue(said.contains("mail"), said);
    }
  }

  @Test
  void aDiskThatIsNearlyFull() throws Exception {
    String said = refused(Refusal.DISK_NEARLY_FULL, Map.of("SAMSNAKK_MIN_FREE_MIB", "999999999"));

    assertTrue(said.contains("SAMSNAKK_MIN_FREE_MIB"), said);
  }

  @Test
  void someoneElsesServerWithoutItsCredentials() throws Exception {
    String said = refused(Refusal.SETTING_MISSING, Map.of("SAMSNAKK_ISSUER", "http://localhost/r"));

    assertTrue(said.contains("SAMSNAKK_CLIENT_SECRET"), said);
  }

  @Test
  void someoneElsesDatabaseWithoutAnAuthorityToTellItBy() throws Exception {
    Map<String, String> given = new HashMap<>(Map.of("SAMSNAKK_DATABASE", "db.example/samsnakk"));
    for (Service service : Service.values()) {
      given.put(service.password(), "known");
    }

    String said = refused(Refusal.SETTING_MISSING, given);

    assertTrue(said.contains("SAMSNAKK_DATABASE_TRUSTSTORE"), said);
  }

  @Test
  void aPortThatIsNoNumber() throws Exception {
    refused(Refusal.SETTING_WRONG, Map.of("SAMSNAKK_SMTP_PORT", "smtp"));
  }

  @Test
  void eachHasANumberAndAnExitCodeOfItsOwn() {
    Map<Integer, Long> codes =
        Arrays.stream(Refusal.values())
            .collect(Collectors.groupingBy(Refusal::exitCode, HashMap::new, Collectors.counting()));
    assertTrue(codes.values().stream().allMatch(count -> count == 1), codes.toString());
  }

  private String refused(Refusal refusal, Map<String, String> environment) throws Exception {
    AllInOneProcess samsnakk = AllInOneProcess.start(state, environment, "postgres,mail");
    String said = samsnakk.everythingSaid();
    assertEquals(refusal.exitCode(), samsnakk.process().waitFor(), said);
    assertFalse(Files.exists(state.resolve("data")), "something was started");
    assertFalse(Files.exists(state.resolve("run/pid")));
    return said;
  }
}
