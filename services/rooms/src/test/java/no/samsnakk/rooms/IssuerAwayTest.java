package no.samsnakk.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak has not been there since rooms started, so that its keys are not known. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(IssuerAwayTest.Away.class)
class IssuerAwayTest {
  /** Takes the port and does not listen, until Keycloak does. */
  private static final Socket TAKEN = taken();

  private static final int PORT = TAKEN.getLocalPort();
  private static final String URL = "http://127.0.0.1:" + PORT + "/realms/samsnakk";

  @Test
  void whoAsksIsToldToComeAgain_andGetsInOnceItIsThere() throws IOException {
    var log = Path.of(Servers.LOG_FILE);
    int before = Files.readString(log).length();
    var ola = Actor.somebodyNew("Ola Nordmann");

    for (int i = 0; i < 3; i++) {
      ola.looksAtHerself().statusCode(503).body("code", equalTo("temporarily-unavailable"));
      ola.reportsSignIn(ola.idToken(), Servers.INTERNAL_KEY).statusCode(503);
    }

    var told = Files.readString(log).substring(before);
    assertTrue(told.contains("SAMS00109"), told);
    assertFalse(told.contains("SAMS00102"), told);
    assertFalse(told.contains("OIDC Server is not available"), told);

    var keycloak = keycloak();
    try {
      ola.signsIn().looksAtHerself().statusCode(200);
    } finally {
      keycloak.stop(0);
    }
  }

  private static HttpServer keycloak() throws IOException {
    TAKEN.close();
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    answer(
        server,
        "/realms/samsnakk/.well-known/openid-configuration",
        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/certs\"}".formatted(Issuer.NAME, URL));
    answer(server, "/realms/samsnakk/certs", Issuer.jwks());
    server.start();
    return server;
  }

  private static void answer(HttpServer server, String path, String json) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  private static Socket taken() {
    try {
      var socket = new Socket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An issuer that nobody listens at yet. */
  public static class Away implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.public-key",
          "",
          "quarkus.oidc.auth-server-url",
          URL,
          "quarkus.oidc.id-token.public-key",
          "",
          "quarkus.oidc.id-token.auth-server-url",
          URL);
    }
  }
}
