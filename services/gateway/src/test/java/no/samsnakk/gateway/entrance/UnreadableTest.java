package no.samsnakk.gateway.entrance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import no.samsnakk.contracts.openapi.Unreadable;
import no.samsnakk.gateway.world.RawRequest;
import no.samsnakk.gateway.world.TestCertificate;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send that is no request to us, at every port that the gateway opens. */
@QuarkusTest
@WithTestResource(World.class)
class UnreadableTest {
  private static final List<String> SECURITY_HEADERS =
      List.of(
          "Content-Security-Policy: default-src 'none'",
          "X-Content-Type-Options: nosniff",
          "X-Frame-Options: DENY",
          "Referrer-Policy: no-referrer",
          "Permissions-Policy:",
          "Cross-Origin-Opener-Policy: same-origin",
          "Cross-Origin-Resource-Policy: same-origin",
          "Cache-Control: no-store");

  @TestHTTPResource("/")
  URI http;

  @TestHTTPResource(value = "/", tls = true)
  URI https;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void R9_it_is_refused_like_everything_else_and_neither_measured_nor_told() {
    assertThat(Unreadable.complaints(Unreadable.at(http), SECURITY_HEADERS, this::measuredNow))
        .isEmpty();
  }

  @Test
  void R9_so_it_is_behind_TLS() throws Exception {
    var trusting = TestCertificate.trusted().getSocketFactory();

    assertThat(
            Unreadable.complaints(
                () -> trusting.createSocket(https.getHost(), https.getPort()),
                SECURITY_HEADERS,
                this::measuredNow))
        .isEmpty();
  }

  @Test
  void R9_so_it_is_at_the_management_port() {
    assertThat(Unreadable.complaints(Unreadable.at(metrics), List.of(), this::measuredNow))
        .isEmpty();
  }

  /** The first is answered with what it asks for, and nobody hears the third. */
  @Test
  void it_is_refused_in_its_turn_and_nothing_behind_it_is_heard() {
    var answered =
        RawRequest.sendAlone(
            """
            GET /auth/session HTTP/1.1\r
            Host: localhost\r
            \r
            GET /%zz HTTP/1.1\r
            Host: localhost\r
            \r
            GET /auth/session HTTP/1.1\r
            Host: localhost\r
            \r
            """);

    assertThat(answered.split("HTTP/1.1 "))
        .satisfiesExactly(
            before -> assertThat(before).isEmpty(),
            first -> assertThat(first).startsWith("200 ").contains("signedIn"),
            second -> assertThat(second).startsWith("400 ").contains("invalid-request"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "127.0.0.1:8080",
        "[::1]",
        "[2001:db8::7]:8080",
        "samsnakk.example",
        "SAMSNAKK.example.",
        "xn--sknn-ira.example",
        "a_b.svc"
      })
  void a_host_with_a_name_or_an_address_is_read(String host) {
    var answered =
        RawRequest.sendAlone(
            "GET /rooms/0199?a=1;b=2 HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\n".formatted(host)
                + "Connection: close\r\n\r\n");

    assertThat(answered).startsWith("HTTP/1.1 200 ");
  }

  /** Other clients tidy these up, or do not send them. */
  @ParameterizedTest
  @ValueSource(strings = {"?", "?=", "?&", "?;", "?&&", "?a", "?a=1;b=2"})
  void R11_a_query_that_parsers_pass_over_or_read_otherwise_is_refused(String query) {
    assertThat(RawRequest.send("GET /auth/session" + query + " HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "invalid-request", "nosniff");
  }

  private String measuredNow() {
    return given().get(metrics).then().statusCode(200).extract().asString();
  }
}
