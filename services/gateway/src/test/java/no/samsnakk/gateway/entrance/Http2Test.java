package no.samsnakk.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is off on both ports: who offers it is answered in HTTP/1.1, or not at all, at once. */
@QuarkusTest
@WithTestResource(World.class)
class Http2Test {
  /** The preface of RFC 9113, section 3.4, and an empty SETTINGS frame. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

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
  void the_management_port_does_not_serve_it_either() throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      var asked = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(20)).build();
      assertThat(answerOrCut(client, asked)).isIn("HTTP_1_1 200", "HTTP_2 505", "cut off");
    }
  }

  /** The guard may close the connection before the refusal has been read. */
  private static String answerOrCut(HttpClient client, HttpRequest asked) throws Exception {
    try {
      var answer = client.send(asked, BodyHandlers.ofString());
      return answer.version() + " " + answer.statusCode();
    } catch (HttpTimeoutException unanswered) {
      throw unanswered;
    } catch (IOException cut) {
      return "cut off";
    }
  }

  private static String answer(HttpClient client, HttpRequest.Builder asked, Browser browser)
      throws Exception {
    var request =
        asked
            .header("Cookie", "__Host-samsnakk=" + browser.cookie())
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    return answer.version() + " " + answer.statusCode();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void who_speaks_it_unasked_gets_no_http_2_frame_and_is_cut_off(boolean management)
      throws IOException {
    int port = management ? ready.getPort() : RestAssured.port;
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(PREFACE);
      var answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1))
          .matches("(?s)|HTTP/\\d\\.\\d [45].*");
    }
  }
}
