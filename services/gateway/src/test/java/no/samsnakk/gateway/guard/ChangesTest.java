package no.samsnakk.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change has to come from our own page. */
@QuarkusTest
@WithTestResource(World.class)
class ChangesTest {
  @Inject People people;

  @ParameterizedTest
  @CsvSource({
    "POST, /api/rooms/1/consent", "PUT, /api/rooms/1", "DELETE, /api/rooms/1/seats/2",
    "PATCH, /api/rooms/1", "POST, /auth/logout", "POST, /auth/ticket"
  })
  void is_refused_without_the_csrf_token(String method, String path) {
    var kari = people.signedIn();

    var answer = kari.browser().sends(method, path, "", "Origin", World.ORIGIN);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"csrf-token-missing\"");
    assertThat(kari.browser().gets("/auth/session").body()).contains("\"signedIn\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "", "åøæ"})
  void is_refused_with_a_wrong_csrf_token(String token) {
    var answer =
        people.signedIn().browser().sends("POST", "/auth/ticket", "", "X-CSRF-Token", token);

    assertThat(answer.body()).contains("\"code\":\"csrf-token-missing\"");
  }

  @Test
  void is_refused_with_somebody_elses_csrf_token() {
    var vera = people.signedIn();
    var kari = people.signedIn();

    var answer =
        kari.browser()
            .sends("POST", "/auth/ticket", "", "X-CSRF-Token", vera.browser().csrfToken());

    assertThat(answer.body()).contains("\"code\":\"csrf-token-missing\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost:18301",
        "https://localhost:18300",
        "http://localhost:18300.evil.example",
        "http://LOCALHOST:18300"
      })
  void is_refused_from_a_foreign_origin(String origin) {
    var kari = people.signedIn();

    var answer =
        kari.browser()
            .sends(
                "POST",
                "/api/rooms",
                "{}",
                "Origin",
                origin,
                "X-CSRF-Token",
                kari.browser().csrfToken());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"origin-refused\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void is_refused_from_a_foreign_site(String site) {
    var kari = people.signedIn();

    var answer =
        kari.browser()
            .sends(
                "POST",
                "/api/rooms",
                "{}",
                "Sec-Fetch-Site",
                site,
                "X-CSRF-Token",
                kari.browser().csrfToken());

    assertThat(answer.body()).contains("\"code\":\"origin-refused\"");
  }

  @Test
  void is_refused_without_a_session() {
    var answer = Browser.ofNobody().sends("POST", "/auth/logout", "");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void is_carried_out_when_our_page_asks(String method) {
    var kari = people.signedIn();

    var answer = kari.browser().changes(method, "/api/rooms/1", "{\"a\":\"ø\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"method\":\"" + method + "\"", "{\\\"a\\\":\\\"ø\\\"}");
  }

  @Test
  void leaves_a_trace_when_somebody_known_is_refused_R6() {
    var kari = people.signedIn();

    kari.browser().sends("POST", "/api/rooms", "{}", "Origin", "https://evil.example");

    var entry =
        Told.on(Topics.AUDIT, AuditRecorded.class, told -> told.agentId().equals(kari.personId()));
    assertThat(entry.action()).isEqualTo(AuditAction.REFUSED);
    assertThat(entry.code()).isEqualTo("origin-refused");
  }
}
