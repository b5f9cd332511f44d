package no.samsnakk.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.TestCertificate;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is off on every port: who offers it is answered in HTTP/1.1, who speaks it is cut off. */
@QuarkusTest
@WithTestResource(World.class)
class Http2Test {
  /** The preface of RFC 9113, section 3.4, and an empty SETTINGS frame. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @TestHTTPResource(value = "/auth/session", tls = true)
  URI secure;

  @Test
  void who_offers_an_upgrade_is_answered_in_http_1_1() throws Exception {
    var kari = people.signedIn();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      var read = HttpRequest.newBuilder(Browser.address("/api/rooms/1")).GET();
      assertThat(answer(client, read, kari.browser())).isEqualTo("HTTP_1_1 200");
      var written =
          HttpRequest.newBuilder(Browser.address("/api/rooms/1"))
              .header("X-CSRF-Token", kari.browser().csrfToken())
              .PUT(BodyPublishers.ofString("{}"));
      assertThat(answer(client, written, kari.browser())).isEqualTo("HTTP_1_1 200");
    }
  }

  @Test
  void so_is_who_does_it_at_the_management_port_however_often() throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      for (int i = 0; i < 3; i++) {
        var asked = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(20));
        assertThat(answer(client, asked.build())).isEqualTo("HTTP_1_1 200");
        var written = asked.copy().POST(BodyPublishers.ofString("{}")).build();
        assertThat(answer(client, written)).startsWith("HTTP_1_1 ");
      }
    }
  }

  @Test
  void TLS_does_not_agree_on_it() throws Exception {
    var trusting = TestCertificate.trusted();
    try (var socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", tls())) {
      var parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
    }
    try (var client = HttpClient.newBuilder().sslContext(trusting).build()) {
      var asked = HttpRequest.newBuilder(secure).timeout(Duration.ofSeconds(20)).build();
      assertThat(answer(client, asked)).isEqualTo("HTTP_1_1 200");
    }
  }

  private int tls() {
    return secure.getPort();
  }

  private static String answer(HttpClient client, HttpRequest asked) throws Exception {
    var answer = client.send(asked, BodyHandlers.ofString());
    return answer.version() + " " + answer.statusCode();
  }

  private static String answer(HttpClient client, HttpRequest.Builder asked, Browser browser)
      throws Exception {
    return answer(
        client,
        asked
            .header("Cookie", "__Host-samsnakk=" + browser.cookie())
            .timeout(Duration.ofSeconds(20))
            .build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void who_speaks_it_unasked_gets_no_http_2_frame_and_is_cut_off(boolean management)
      throws IOException {
    try (var socket = connect(management)) {
      socket.getOutputStream().write(PREFACE);
      assertRefused(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void so_does_who_speaks_it_octet_by_octet(boolean management) throws IOException {
    try (var socket = connect(management)) {
      for (byte octet : PREFACE) {
        socket.getOutputStream().write(octet);
        socket.getOutputStream().flush();
      }
      assertRefused(socket);
    } catch (SocketException cutOff) {
      assertThat(cutOff).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
    }
  }

  private Socket connect(boolean management) throws IOException {
    var socket = new Socket("localhost", management ? ready.getPort() : RestAssured.port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void assertRefused(Socket socket) throws IOException {
    var answer = socket.getInputStream().readAllBytes();
    assertThat(new String(answer, StandardCharsets.ISO_8859_1))
        .matches("(?s)|HTTP/\\d\\.\\d [45].*");
  }
}
