package no.samsnakk.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that take their time (slowloris), and too many of them. */
@QuarkusTest
@WithTestResource(World.class)
class SlowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void one_that_says_nothing_is_cut_off(boolean management) throws IOException {
    try (var silent = connect(management)) {
      cutOff(silent, "");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_header_that_never_ends_is_cut_off_however_steadily_it_comes(boolean management)
      throws IOException {
    try (var slow = connect(management)) {
      write(slow, "GET / HTTP/1.1\r\nHost: localhost\r\n");
      cutOff(slow, "X: y\r\n");
    }
  }

  @Test
  void so_is_the_header_of_a_second_request() throws IOException {
    try (var slow = connect(false)) {
      write(slow, "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n");
      cutOff(slow, "X: y\r\n");
    }
  }

  @Test
  void one_that_has_been_answered_and_asks_nothing_more_is_cut_off() throws IOException {
    try (var silent = connect(false)) {
      write(silent, "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\n");
      cutOff(silent, "");
    }
  }

  /** Only what has become a socket is bounded by a socket's own times. */
  @ParameterizedTest
  @ValueSource(strings = {"websocket", "h2c"})
  void so_is_one_that_offered_an_upgrade_and_was_answered_without(String upgrade)
      throws IOException {
    try (var silent = connect(false)) {
      write(
          silent,
          """
          GET /auth/session HTTP/1.1\r
          Host: localhost\r
          Connection: Upgrade\r
          Upgrade: %s\r
          \r
          """
              .formatted(upgrade));
      cutOff(silent, "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/rooms", "/auth/logout", "/auth/back-channel-logout", "/auth/ticket"})
  void a_body_that_drips_is_cut_off(String path) throws IOException {
    var kari = people.signedIn().browser();
    try (var slow = connect(false)) {
      write(
          slow,
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Origin: %s\r
          Cookie: __Host-samsnakk=%s\r
          X-CSRF-Token: %s\r
          Content-Type: application/x-www-form-urlencoded\r
          Content-Length: 60000\r
          \r
          """
              .formatted(path, World.ORIGIN, kari.cookie(), kari.csrfToken()));
      cutOff(slow, "x");
    }
  }

  @Test
  void more_than_are_allowed_are_closed_and_the_next_is_served_when_they_are_gone()
      throws IOException {
    List<Socket> all = new ArrayList<>();
    try {
      for (int i = 0; i < 340; i++) {
        all.add(connect(false));
      }
      for (var each : all) {
        ask(each);
      }
      assertThat(all.stream().filter(SlowTest::isAnswered).count()).isBetween(1L, 300L);
    } finally {
      for (var each : all) {
        each.close();
      }
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> Browser.ofNobody().gets("/auth/session").statusCode() == 200);
  }

  private static void ask(Socket socket) {
    try {
      write(socket, "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\n");
    } catch (IOException gone) {
      assertThat(isClosed(socket)).isTrue();
    }
  }

  private static boolean isAnswered(Socket socket) {
    try {
      socket.setSoTimeout(30_000);
      return socket.getInputStream().read() == 'H';
    } catch (IOException gone) {
      return false;
    }
  }

  private Socket connect(boolean management) throws IOException {
    var socket = new Socket("localhost", management ? ready.getPort() : RestAssured.port);
    socket.setSoTimeout(500);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** It is, although a little more of this comes twice in a second. */
  private static void cutOff(Socket socket, String more) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(PATIENCE)
        .until(() -> isClosedAfter(socket, more));
  }

  private static boolean isClosedAfter(Socket socket, String more) {
    try {
      write(socket, more);
    } catch (IOException gone) {
      return true;
    }
    return isClosed(socket);
  }

  private static boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read(new byte[4096]) < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void nobody_who_asks_in_time_is() {
    assertThat(people.signedIn().browser().gets("/api/rooms").statusCode()).isEqualTo(200);
  }
}
