package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
  @TempDir Path state;

  @Test
  void aServiceKnowsItsOwnSecretsOnly() {
    Map<String, String> audit = of(Map.of(), Service.AUDIT);

    assertTrue(audit.containsKey("SAMSNAKK_DB_AUDIT_PASSWORD"));
    assertFalse(audit.containsKey("SAMSNAKK_DB_ROOMS_PASSWORD"));
    assertFalse(audit.containsKey("SAMSNAKK_PERSON_KEY"));
    assertFalse(audit.containsKey("SAMSNAKK_CLIENT_SECRET"));
  }

  @Test
  void aServiceKnowsNoOperatorsKeyButItsOwn() {
    for (Service service : Service.values()) {
      assertTrue(
          of(Map.of(), service).keySet().stream()
              .filter(name -> name.startsWith("SAMSNAKK_OPERATOR_KEY"))
              .allMatch(("SAMSNAKK_OPERATOR_KEY_" + service)::equals));
    }
    assertFalse(
        of(Map.of(), Service.AUDIT)
            .containsValue(of(Map.of(), Service.MESSAGING).get("SAMSNAKK_OPERATOR_KEY_MESSAGING")));
  }

  @Test
  void noServiceKnowsAnOwnersOrTheSuperusersPassword() {
    for (Service service : Service.values()) {
      assertEquals(
          List.of(),
          of(Map.of(), service).keySet().stream()
              .filter(name -> name.matches("SAMSNAKK_DB_(.*_OWNER|SUPERUSER)_PASSWORD"))
              .toList());
    }
  }

  @Test
  void keysAre256Bits_andTheSameForAllWhoShareThem() {
    String ticket = of(Map.of(), Service.GATEWAY).getOrDefault("SAMSNAKK_TICKET_KEY", "");

    assertEquals(32, Base64.getDecoder().decode(ticket).length);
    assertEquals(ticket, of(Map.of(), Service.MESSAGING).get("SAMSNAKK_TICKET_KEY"));
  }

  @Test
  void whatTheOperatorHasPrintedIsWhatTheServiceIsStartedWith() {
    Map<String, String> own =
        Map.of(
            "SAMSNAKK_EVENT_KEY_ROOMS", "JzuU7zzh7zN1su+3QQ0YncPDOLLhWrjPBSwRX0loat4=",
            "SAMSNAKK_EVENT_KEY_GATEWAY", "urh3xow2m361xU666Boxd6wJIHwHQIoEIgPQgzqInGw=");
    Home home = new Home(Home.find().root(), state);

    List<String> printed = EventKeys.lines(home, new Settings(own), "messaging").lines().toList();

    // printf %s samsnakk.rooms.v1 | openssl dgst -sha256 -mac HMAC … -binary | base64
    assertTrue(
        printed.contains(
            "SAMSNAKK_EVENT_KEY_ROOMS_SAMSNAKK_ROOMS_V1="
                + "YIcP8enGtmrOcSgc3bGLO6Z6xBOaR3rg+DvZ0X1cCRQ="));
    Map<String, String> started = of(own, Service.MESSAGING);
    assertEquals(
        started.entrySet().stream()
            .filter(variable -> variable.getKey().startsWith("SAMSNAKK_EVENT_KEY_"))
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .sorted()
            .toList(),
        printed);
  }

  @Test
  void secretsAreReadableByTheirOwnerAlone() throws Exception {
    of(Map.of(), Service.ROOMS);

    Path secret = state.resolve("secrets/SAMSNAKK_PERSON_KEY");
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(
            Files.getPosixFilePermissions(secret)));
  }

  @Test
  void whatTheOperatorSaysGoesBeforeWhatWeWouldSay() {
    Map<String, String> said =
        Map.of(
            "SAMSNAKK_DATABASE", "db.example:5432/samsnakk",
            "SAMSNAKK_DB_ROOMS_PASSWORD", "theirs",
            "SAMSNAKK_KAFKA", "kafka.example:9092");

    Map<String, String> rooms = of(said, Service.ROOMS);

    said.forEach((name, value) -> assertEquals(value, rooms.get(name)));
  }

  @Test
  void rowsWithoutASealAreSealedOnlyInADatabaseOfOurs() {
    assertEquals("true", of(Map.of(), Service.ROOMS).get("SAMSNAKK_OUTBOX_SEAL_OLD"));
    Map<String, String> theirs =
        Map.of(
            "SAMSNAKK_DATABASE", "db.example:5432/samsnakk",
            "SAMSNAKK_DB_ROOMS_PASSWORD", "theirs");
    assertEquals("false", of(theirs, Service.ROOMS).get("SAMSNAKK_OUTBOX_SEAL_OLD"));
  }

  @Test
  void theDemoProfileIsOffWhenTheIssuerIsSomeoneElses() {
    assertEquals("true", of(Map.of(), Service.ROOMS).get("SAMSNAKK_DEMO"));
    Map<String, String> real = Map.of("SAMSNAKK_ISSUER", "https://login.example/realms/samsnakk");
    assertEquals("false", of(real, Service.ROOMS).get("SAMSNAKK_DEMO"));
  }

  @Test
  void thePortBaseMovesEveryPort_andASingleSettingOne() {
    Settings moved =
        new Settings(Map.of("SAMSNAKK_PORT_BASE", "28000", "SAMSNAKK_KAFKA_PORT", "5"));

    assertEquals(28020, moved.port(Port.KEYCLOAK));
    assertEquals(5, moved.port(Port.KAFKA));
    assertEquals("http://localhost:28000", moved.origin());
  }

  @Test
  void everySettingIsInTheOperatorsTable() throws Exception {
    String docs =
        Files.readString(Home.find().root().resolve("docs/operations/own-servers.md"))
            + Files.readString(Home.find().root().resolve("docs/operations/ports.md"));
    Map<String, String> environment = of(Map.of(), Service.GATEWAY);
    for (Service service : Service.values()) {
      environment.putAll(of(Map.of(), service));
      environment.put(service.ownerPassword(), "");
    }
    environment.putAll(of(Map.of("SAMSNAKK_TLS", "true"), Service.GATEWAY));
    environment.putAll(Map.of("SAMSNAKK_TLS_AUTHORITY_PASSWORD", ""));
    for (Port port : Port.values()) {
      environment.put(port.variable(), "");
    }
    List<String> missing =
        environment.keySet().stream()
            .filter(name -> !docs.contains("`" + name + "`"))
            .sorted()
            .toList();
    assertEquals(List.of(), missing);
  }

  private Map<String, String> of(Map<String, String> given, Service service) {
    Home home = new Home(Home.find().root(), state);
    Secrets secrets = new Secrets(state.resolve("secrets"), given);
    return new ServiceEnvironment(home, new Settings(given), secrets).of(service);
  }
}
