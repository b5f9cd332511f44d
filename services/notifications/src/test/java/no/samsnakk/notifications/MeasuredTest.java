package no.samsnakk.notifications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.Measured;
import no.samsnakk.contracts.openapi.Unreadable;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import org.junit.jupiter.api.Test;

/** What is measured grows with what there is to ask for, and not with who asks for which room. */
@QuarkusTest
@WithTestResource(World.class)
class MeasuredTest {
  private static final Map<String, Object> SAMPLES =
      Map.of(
          "/endpoint",
          "https://push.example/x",
          "/keys/p256dh",
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          "/keys/auth",
          "BTBZMqHH6r4Tts7J_aSIgg");

  @TestHTTPResource("/")
  URI http;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @Test
  void R9_of_a_hundred_people_and_rooms_nothing_is_measured() {
    try (var story = new Story()) {
      assertThat(
              Measured.complaints(
                  "notifications", SAMPLES, () -> newcomer(story), this::measuredNow))
          .isEmpty();
    }
  }

  @Test
  void R9_what_cannot_be_read_is_refused_and_neither_measured_nor_told() throws URISyntaxException {
    for (var port : List.of(http, metrics.toURI())) {
      assertThat(Unreadable.complaints(Unreadable.at(port), List.of(), this::measuredNow))
          .isEmpty();
    }
  }

  @Test
  void a_page_that_has_its_name_lead_here_reads_nothing() {
    given().header("Host", "evil.example").get(metrics).then().statusCode(421);
  }

  private static Measured.Asker newcomer(Story story) {
    var who = story.personNobodyHasToldOf("Ola Nordmann");
    return (method, address, body) ->
        who.asks().urlEncodingEnabled(false).body(body).request(method, address);
  }

  private String measuredNow() {
    return given().get(metrics).then().statusCode(200).extract().asString();
  }
}
