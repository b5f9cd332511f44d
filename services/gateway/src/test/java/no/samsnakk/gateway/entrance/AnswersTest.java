package no.samsnakk.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every kind of answer carries, and what none does. */
@QuarkusTest
@WithTestResource(World.class)
class AnswersTest {
  @Inject People people;

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /assets/index-abc123.js, 200",
    "GET, /assets/missing.js, 404",
    "GET, /rooms/0199, 200",
    "GET, /auth/session, 200",
    "GET, /auth/login, 302",
    "GET, /auth/callback, 302",
    "POST, /auth/ticket, 403",
    "GET, /api/rooms, 200",
    "GET, /api/access-log/rooms/0199, 503",
    "POST, /api/rooms, 403",
    "PUT, /auth/login, 405",
    "GET, /internal, 404",
    "GET, /ws, 426"
  })
  void carries_the_security_headers(String method, String path, int status) {
    var answer = people.signedIn().browser().sends(method, path, "", "Accept", "text/html, */*");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .contains("connect-src 'self' ws://localhost:18300")
        .doesNotContain("unsafe", "*");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
    assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/rooms",
    "GET, /api/me",
    "GET, /auth/session",
    "POST, /auth/ticket",
    "GET, /api/access-log/rooms/0199",
    "GET, /auth/login",
    "GET, /api/unknown"
  })
  void is_not_kept_by_anybody_where_it_is_about_somebody(String method, String path) {
    var answer = people.signedIn().browser().sends(method, path, "");

    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /auth/session",
    "POST, /auth/ticket",
    "GET, /api/rooms",
    "GET, /api/me",
    "POST, /api/rooms",
    "GET, /api/access-log/rooms/0199",
    "GET, /nowhere.txt",
    "POST, /auth/logout"
  })
  void holds_no_token_R10(String method, String path) {
    var kari = people.signedIn();

    var answer =
        method.equals("GET") ? kari.browser().gets(path) : kari.browser().changes(method, path, "");

    assertThat(Browser.everythingIn(answer))
        .doesNotContain(kari.tokens().access())
        .doesNotContain(kari.tokens().refresh());
  }

  /**
   * Beside what an attacker can have put into it, the length of a secret tells what it is (BREACH).
   */
  @ParameterizedTest
  @CsvSource({
    "GET, /api/rooms",
    "GET, /api/me",
    "POST, /api/rooms",
    "GET, /api/access-log/rooms/0199",
    "GET, /api/unknown",
    "GET, /auth/session",
    "POST, /auth/ticket",
    "GET, /auth/login",
    "GET, /auth/callback",
    "GET, /internal"
  })
  void is_never_compressed_where_it_is_about_somebody(String method, String path) {
    var browser = people.signedIn().browser();

    var answer =
        browser.sends(
            method,
            path,
            "",
            "Accept-Encoding",
            "br, gzip, deflate, zstd, *",
            "X-CSRF-Token",
            browser.csrfToken(),
            "Origin",
            World.ORIGIN);

    assertThat(answer.headers().allValues("Content-Encoding")).isEmpty();
    assertThat(answer.body()).doesNotContain("accept-encoding");
  }

  @Test
  void says_which_trace_it_belongs_to() {
    var answer = Browser.ofNobody().gets("/api/rooms");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"not-signed-in\"")
        .contains("\"type\":\"urn:samsnakk:problem:not-signed-in\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }
}
