package no.samsnakk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.RawRequest;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes between a browser and a service. */
@QuarkusTest
@WithTestResource(World.class)
class RestProxyTest {
  @Inject People people;

  @ParameterizedTest
  @CsvSource({
    "document, cross-site",
    "document, none",
    "document, same-origin",
    "iframe, same-origin",
    "image, same-origin",
    "empty, cross-site",
    "empty, same-site"
  })
  void R6_what_no_page_of_ours_has_fetched_is_looked_at_in_nobodys_name(String to, String from) {
    var kari = people.signedIn();

    var answer = kari.browser().gets("/api/rooms/1", "Sec-Fetch-Dest", to, "Sec-Fetch-Site", from);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"origin-refused\"");
  }

  @Test
  void what_our_page_fetches_is_answered() {
    var kari = people.signedIn();

    var answer =
        kari.browser()
            .gets("/api/rooms/1", "Sec-Fetch-Dest", "empty", "Sec-Fetch-Site", "same-origin");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void shows_the_service_the_persons_token_and_nothing_else_of_hers() {
    var kari = people.signedIn();

    var seen =
        new JsonObject(
            kari.browser()
                .gets(
                    "/api/rooms/1?before=5&limit=2",
                    "Authorization",
                    "Bearer forged",
                    "X-Internal-Key",
                    "forged",
                    "X-Forwarded-For",
                    "10.0.0.1",
                    "X-Forwarded-Host",
                    "evil.example",
                    "Forwarded",
                    "for=10.0.0.1",
                    "X-Person-Id",
                    "forged",
                    "X-HTTP-Method-Override",
                    "DELETE",
                    "Accept-Language",
                    "nn")
                .body());

    assertThat(seen.getString("uri")).isEqualTo("/api/rooms/1?before=5&limit=2");
    assertThat(seen.getString("bearer"))
        .isEqualTo(Integer.toHexString(kari.tokens().access().hashCode()));
    assertThat(seen.getJsonObject("headers").fieldNames())
        .isSubsetOf("host", "accept-language", "user-agent", "traceparent", "content-length");
    assertThat(seen.getJsonObject("headers").getString("accept-language")).isEqualTo("nn");
  }

  @Test
  void goes_to_an_instance_that_lives_whosever_turn_it_is() {
    var kari = people.signedIn();

    for (int i = 0; i < 4; i++) {
      var answer = kari.browser().gets("/api/conversations/1/messages");
      assertThat(new JsonObject(answer.body()).getString("service")).isEqualTo("messaging");
    }
  }

  @Test
  void starts_a_trace() {
    var seen = new JsonObject(people.signedIn().browser().gets("/api/rooms").body());

    assertThat(seen.getJsonObject("headers").getString("traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void keeps_back_what_a_service_lets_slip() {
    var headers = people.signedIn().browser().gets("/api/rooms").headers();

    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("X-Internal")).isEmpty();
    assertThat(headers.firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void says_so_when_a_service_is_away() {
    var answer = people.signedIn().browser().gets("/api/access-log/rooms/1");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"temporarily-unavailable\"");
  }

  @Test
  void passes_bodies_up_to_64_kilobytes() {
    var kari = people.signedIn().browser();

    assertThat(kari.changes("POST", "/api/rooms", "x".repeat(65_536)).statusCode()).isEqualTo(200);
    assertThat(kari.changes("POST", "/api/rooms", "x".repeat(65_537)).statusCode()).isEqualTo(413);
    assertThat(kari.changes("POST", "/api/rooms", "still there").statusCode()).isEqualTo(200);
  }

  @Test
  void bounds_a_body_that_does_not_say_how_long_it_is() {
    var kari = people.signedIn().browser();
    var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

    var answer =
        RawRequest.send(
            "POST /api/rooms HTTP/1.1",
            "Cookie: __Host-samsnakk=" + kari.cookie(),
            "X-CSRF-Token: " + kari.csrfToken(),
            "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3) + "0\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413");
  }

  @Test
  void takes_the_path_it_judged_and_not_the_host_in_the_request_line() {
    var kari = people.signedIn().browser();

    var answer =
        RawRequest.send(
            "GET http://evil.example/api/rooms?x=1 HTTP/1.1",
            "Cookie: __Host-samsnakk=" + kari.cookie());

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"uri\":\"/api/rooms?x=1\"");
  }
}
