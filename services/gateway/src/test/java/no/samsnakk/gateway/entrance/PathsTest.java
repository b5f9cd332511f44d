package no.samsnakk.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.RawRequest;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not listed is not there, however it is written. */
@QuarkusTest
@WithTestResource(World.class)
class PathsTest {
  @Inject People people;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/sign-ins",
        "/internal",
        "/api/internal/sign-ins",
        "/q/health",
        "/q/metrics",
        "/q/openapi",
        "/api",
        "/api/",
        "/api/roomsevil",
        "/api/me/",
        "/api/me/other",
        "/api/rooms/",
        "/api/rooms/../internal/sign-ins",
        "/api/rooms/..",
        "/api/rooms/./x",
        "/api/rooms/%2e%2e/internal/sign-ins",
        "/api/rooms/%2E%2e%2finternal/sign-ins",
        "/api/rooms%2f..%2finternal",
        "/api/rooms/..;/internal/sign-ins",
        "/api/rooms;x=1/y",
        "/api//rooms",
        "//api/rooms",
        "//internal/sign-ins",
        "/api/rooms//x",
        "/api/rooms/%5c..%5cinternal",
        "/api/rooms/\\..\\internal",
        "/api/rooms/%252e%252e/internal",
        "/./api/rooms",
        "/auth/../internal/sign-ins",
        "/auth/unknown",
        "/ws/../internal",
        "/ws/x"
      })
  void leads_nowhere(String path) {
    var kari = people.signedIn();

    var answer =
        RawRequest.send(
            "GET " + path + " HTTP/1.1",
            "Accept: text/html, */*",
            "Cookie: __Host-samsnakk=" + kari.browser().cookie());

    // A 400 where it is no address at all.
    assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("rooms", "<title>");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/me, kari",
    "/api/me/address, rooms",
    "/api/me/blocks, rooms",
    "/api/me/blocks/0199, rooms",
    "/api/rooms, rooms",
    "/api/rooms/0199/seats, rooms",
    "/api/directory/searches, rooms",
    "/api/consent-texts/current, rooms",
    "/api/conversations/0199/messages, messaging",
    "/api/conversations/questions, messaging",
    "/api/conversations/appointments, messaging",
    "/api/conversations/agreements, messaging",
    "/api/notifications/web-push-key, notifications"
  })
  void leads_to_its_service(String path, String service) {
    var kari = people.signedIn();

    var answer = kari.browser().gets(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).containsIgnoringCase(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "PROPFIND"})
  void knows_only_the_usual_methods(String method) {
    var answer = RawRequest.send(method + " /api/rooms HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 405");
  }
}
