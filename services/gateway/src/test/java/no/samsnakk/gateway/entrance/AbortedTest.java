package no.samsnakk.gateway.entrance;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import no.samsnakk.contracts.log.StackTraces;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Browsers go away whenever they like: that is no fault, and no stack trace of an operator's. */
@QuarkusTest
@WithTestResource(World.class)
class AbortedTest {
  private final StackTraces stackTraces = StackTraces.listen();

  @Inject People people;

  @AfterEach
  void listenNoMore() {
    stackTraces.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/rooms",
    "POST, /auth/logout",
    "POST, /auth/ticket",
    "POST, /auth/activity",
    "POST, /auth/back-channel-logout",
    "GET, /auth/sessions",
    "GET, /auth/session",
    "GET, /api/rooms",
    "GET, /assets/index-abc123.js"
  })
  void one_who_leaves_in_the_middle_leaves_no_stack_trace(String method, String path)
      throws IOException {
    var kari = people.signedIn().browser();
    for (int i = 0; i < 20; i++) {
      var header =
          """
          %s %s HTTP/1.1\r
          Host: localhost\r
          Origin: %s\r
          Cookie: __Host-samsnakk=%s\r
          X-CSRF-Token: %s\r
          """
              .formatted(method, path, World.ORIGIN, kari.cookie(), kari.csrfToken());
      var body =
          method.equals("GET")
              ? "\r\n"
              : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nx=";
      leaveAfter(header + body, i % 2 == 0);
      leaveAfter(header, i % 2 == 0);
    }

    await().until(() -> Browser.ofNobody().gets("/auth/session").statusCode() == 200);
    assertThat(stackTraces.logged()).isEmpty();
  }

  /**
   * @param reset without the usual farewell of TCP
   */
  private static void leaveAfter(String said, boolean reset) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
  }
}
