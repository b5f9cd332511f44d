package no.samsnakk.gateway.connections;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;

/** Connections that take their time (slowloris), and too many of them. */
@QuarkusTest
@WithTestResource(World.class)
class SlowTest {
  private static final String ASKED = "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  /** All at the same time, since each takes its time. */
  @Test
  void each_that_takes_its_time_is_cut_off() throws Exception {
    var kari = people.signedIn().browser();
    var cases = new LinkedHashMap<String, Callable<Boolean>>();
    for (boolean management : List.of(false, true)) {
      var port = management ? " at the management port" : "";
      cases.put("it says nothing" + port, () -> isCutOff(management, "", ""));
      cases.put(
          "a header never ends, however steadily it comes" + port,
          () -> isCutOff(management, "GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n"));
    }
    cases.put(
        "the header of a second request never ends",
        () -> isCutOff(false, ASKED + "GET / HTTP/1.1\r\n", "X: y\r\n"));
    cases.put("it has been answered and asks nothing more", () -> isCutOff(false, ASKED, ""));
    // Only what has become a socket is bounded by a socket's own times.
    for (var upgrade : List.of("websocket", "h2c")) {
      cases.put(
          "it was answered without the upgrade that it offered, " + upgrade,
          () -> isCutOff(false, offering(upgrade), ""));
    }
    for (var path :
        List.of("/api/rooms", "/auth/logout", "/auth/back-channel-logout", "/auth/ticket")) {
      cases.put("a body drips, " + path, () -> isCutOff(false, dripping(path, kari), "x"));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var cutOff = new LinkedHashMap<String, Future<Boolean>>();
      cases.forEach((what, isCutOff) -> cutOff.put(what, threads.submit(isCutOff)));
      for (var each : cutOff.entrySet()) {
        assertThat(each.getValue().get()).as(each.getKey()).isTrue();
      }
    }
  }

  private static String offering(String upgrade) {
    return """
        GET /auth/session HTTP/1.1\r
        Host: localhost\r
        Connection: Upgrade\r
        Upgrade: %s\r
        \r
        """
        .formatted(upgrade);
  }

  private static String dripping(String path, Browser kari) {
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Origin: %s\r
        Cookie: __Host-samsnakk=%s\r
        X-CSRF-Token: %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: 60000\r
        \r
        """
        .formatted(path, World.ORIGIN, kari.cookie(), kari.csrfToken());
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
        .ignoreExceptions()
        .until(() -> Browser.ofNobody().gets("/auth/session").statusCode() == 200);
  }

  private static void ask(Socket socket) {
    try {
      write(socket, ASKED);
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

  /** Whether it is, although a little more of this comes twice in a second. */
  private boolean isCutOff(boolean management, String first, String more) throws IOException {
    try (var slow = connect(management)) {
      write(slow, first);
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!isClosedAfter(slow, more)) {
        if (System.nanoTime() > until) {
          return false;
        }
      }
      return true;
    }
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
