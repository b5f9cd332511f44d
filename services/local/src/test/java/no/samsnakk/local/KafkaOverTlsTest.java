package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Certificates;
import no.samsnakk.local.tls.Tls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code SAMSNAKK_TLS} nobody speaks with Kafka in the clear, or takes another for it. */
class KafkaOverTlsTest {
  @TempDir static Path folder;
  private static Secrets secrets;
  private static Tls tls;
  private static LocalKafka kafka;

  @BeforeAll
  static void start() {
    Home home = new Home(Home.find().root(), folder);
    secrets = new Secrets(folder.resolve("secrets"));
    tls = secrets.tls(new Settings(Map.of("SAMSNAKK_TLS", "true")));
    kafka = LocalKafka.start(home, folder.resolve("kafka"), Ports.free(), secrets, tls);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void aServiceIsLetIn_whenItBelievesOurAuthority() throws Exception {
    assertTrue(KafkaRightsTest.isLetIn(audit(tls)));
    assertEquals("SASL_SSL", kafka.configuration().get("SAMSNAKK_KAFKA_SECURITY"));
  }

  /** Kafka would hear this before it asks for a password. */
  @Test
  void inTheClearItIsNot_evenWithTheRightPassword() throws Exception {
    assertFalse(Stranger.isHeard(kafka.bootstrapServers(), Stranger.VERSIONS));
  }

  @Test
  void whoBelievesAnotherAuthorityDoesNotTakeItForOurs(@TempDir Path other) throws Exception {
    var another = new Certificates(other, "another-password", Clock.systemUTC());

    assertFalse(KafkaRightsTest.isLetIn(audit(new Tls(Optional.of(another)))));
  }

  /** Its broker speaks with its controller over it. */
  @Test
  void theControllersListenerToo() throws IOException {
    List<String> settings = Files.readAllLines(secrets.file("kafka-server.properties"));

    assertTrue(
        settings.contains(
            "listener.security.protocol.map=CLIENTS\\:SASL_SSL,CONTROLLER\\:SASL_SSL"),
        settings.toString());
  }

  private static Map<String, Object> audit(Tls how) {
    String password = secrets.get("SAMSNAKK_KAFKA_AUDIT_PASSWORD");
    return Users.service(kafka.bootstrapServers(), how, "audit", password);
  }
}
