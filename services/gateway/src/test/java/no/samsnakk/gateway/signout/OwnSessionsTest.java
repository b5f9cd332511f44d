package no.samsnakk.gateway.signout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.People.Person;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person sees where she is signed in, and ends it from wherever she is. */
@QuarkusTest
@WithTestResource(World.class)
class OwnSessionsTest {
  private static final String PHONE =
      "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

  @Inject People people;
  @Inject ObjectMapper json;

  @Test
  void she_sees_hers_this_one_first_and_nobody_elses() throws IOException {
    var kari = people.signedIn();
    people.signedInAgain(kari.personId(), PHONE);
    people.signedIn();

    var list = list(kari);

    assertThat(list).hasSize(2);
    assertThat(list.get(0).path("current").asBoolean()).isTrue();
    assertThat(list.get(1).path("current").asBoolean()).isFalse();
    assertThat(list.get(1).path("browser").asText()).isEqualTo("FIREFOX");
    assertThat(list.get(1).path("system").asText()).isEqualTo("ANDROID");
    assertThat(list.get(1).path("startedAt").asText()).endsWith("Z");
    assertThat(list.get(1).path("activeAt").asText()).endsWith("Z");
    assertThat(list.get(1).fieldNames())
        .toIterable()
        .as("no address, no version, nothing else")
        .containsExactlyInAnyOrder(
            "sessionId", "current", "startedAt", "activeAt", "browser", "system");
  }

  @Test
  void the_one_she_ends_is_over_at_once_its_sockets_hear_of_it_and_there_is_a_trace_R6()
      throws IOException {
    var kari = people.signedIn();
    var phone = people.signedInAgain(kari.personId(), PHONE);
    assertThat(phone.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    var ended = id(list(kari).get(1));

    assertThat(end(kari, ended.toString()).statusCode()).isEqualTo(204);

    assertThat(phone.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    assertThat(list(kari)).hasSize(1);
    var told = Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.sessionId().equals(ended));
    assertThat(told.cause()).isEqualTo(Cause.LOGOUT);
    var trace =
        Told.on(Topics.AUDIT, AuditRecorded.class, it -> it.agentId().equals(kari.personId()));
    assertThat(trace.action()).isEqualTo(AuditAction.SIGNED_OUT);
  }

  @Test
  void all_the_others_are_over_with_one_tap() throws IOException {
    var kari = people.signedIn();
    var phone = people.signedInAgain(kari.personId(), PHONE);
    var another = people.signedInAgain(kari.personId(), PHONE);
    var frida = people.signedIn();

    assertThat(end(kari, "others").statusCode()).isEqualTo(204);

    assertThat(phone.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(another.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(frida.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    assertThat(list(kari)).hasSize(1);
  }

  @Test
  void somebody_elses_and_one_that_does_not_exist_are_the_same_to_her() throws IOException {
    var kari = people.signedIn();
    var frida = people.signedIn();

    var foreign = end(kari, id(list(frida).get(0)).toString());
    var unknown = end(kari, Ids.next().toString());

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(unknown));
    assertThat(frida.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    var refused =
        Told.on(Topics.AUDIT, AuditRecorded.class, it -> it.agentId().equals(kari.personId()));
    assertThat(refused.action()).isEqualTo(AuditAction.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "me", "0-0-0-0-0", "others.", "OTHERS"})
  void what_is_no_id_is_one_that_does_not_exist(String id) {
    assertThat(end(people.signedIn(), id).statusCode()).isEqualTo(404);
  }

  @Test
  void nobody_ends_one_from_another_site_or_without_the_token() throws IOException {
    var kari = people.signedIn();
    var path = "/auth/sessions/" + id(list(kari).get(0));
    var browser = kari.browser();

    assertThat(browser.sends("DELETE", path, "", "Origin", World.ORIGIN).statusCode())
        .isEqualTo(403);
    assertThat(
            browser
                .sends(
                    "DELETE",
                    path,
                    "",
                    "X-CSRF-Token",
                    browser.csrfToken(),
                    "Origin",
                    "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(Browser.ofNobody().gets("/auth/sessions").statusCode()).isEqualTo(401);
    assertThat(browser.gets("/api/rooms").statusCode()).isEqualTo(200);
  }

  /** Each answer has the id of its own trace, and of nothing else. */
  private static String withoutTrace(HttpResponse<String> answer) {
    return Browser.everythingIn(answer).replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
  }

  private JsonNode list(Person person) throws IOException {
    var answer = person.browser().gets("/auth/sessions");
    assertThat(answer.statusCode()).isEqualTo(200);
    return json.readTree(answer.body()).path("sessions");
  }

  private static UUID id(JsonNode session) {
    return UUID.fromString(session.path("sessionId").asText());
  }

  private static HttpResponse<String> end(Person person, String which) {
    return person.browser().changes("DELETE", "/auth/sessions/" + which, "");
  }
}
