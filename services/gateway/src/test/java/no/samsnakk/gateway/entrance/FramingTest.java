package no.samsnakk.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request is never two, whoever stands before us and sees it end elsewhere. */
@QuarkusTest
@WithTestResource(World.class)
class FramingTest {
  private static final String REQUEST =
      "POST /auth/activity HTTP/1.1\r\nHost: localhost:%1$d\r\nTransfer-Encoding: %2$s\r\n\r\n%3$s"
          + "GET /auth/session HTTP/1.1\r\nHost: localhost:%1$d\r\n\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xchunked",
        "identity",
        "gzip, chunked",
        "chunked;x",
        "\"chunked\"",
        "chunked\r\nTransfer-Encoding: chunked",
        "chunked, identity",
        "chunked\r\nContent-Length: 5"
      })
  void R11_a_body_that_ends_nobody_knows_where_is_refused_and_nothing_behind_it_is_heard(
      String codings) throws IOException {
    var answered = answer(codings, "");

    assertThat(statuses(answered)).containsExactly("400");
    assertThat(answered).contains("invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked"})
  void one_in_chunks_ends_with_them(String coding) throws IOException {
    assertThat(statuses(answer(coding, "0\r\n\r\n"))).hasSize(2).last().isEqualTo("200");
  }

  private static String answer(String codings, String body) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(
          REQUEST.formatted(RestAssured.port, codings, body).getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> statuses(String answered) {
    return answered
        .lines()
        .filter(line -> line.contains("HTTP/1.1 "))
        .map(line -> line.replaceFirst(".*HTTP/1.1 ", "").substring(0, 3))
        .toList();
  }
}
