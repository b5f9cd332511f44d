package no.samsnakk.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** What operators get to see, on a port that browsers do not reach. */
@QuarkusTest
@WithTestResource(World.class)
class ManagementTest {
  @Inject People people;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/openapi", management = true)
  URL openApi;

  @Test
  void is_ready_with_its_database_although_the_issuer_is_away() {
    given()
        .get(ready)
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("Reactive PostgreSQL connections health check"));
  }

  @Test
  void is_measured() {
    given().get(metrics).then().statusCode(200);
  }

  @Test
  void R9_measures_no_path_and_counts_no_more_of_them_than_there_are() {
    var kari = people.signedIn().browser();
    var room = Ids.next().toString();
    for (var path :
        List.of("/api/rooms/", "/api/conversations/", "/api/access-log/rooms/", "/rooms/", "/x/")) {
      kari.gets(path + room, "Accept", "text/html");
      Browser.ofNobody().gets(path + room);
    }
    kari.gets("/auth/session");
    kari.changes("PUT", "/api/rooms/" + room, "{}");
    kari.changes("DELETE", "/auth/sessions/" + room, "");
    IntStream.range(0, 50).forEach(i -> Browser.ofNobody().gets("/typed-" + i + "/by-a-script"));

    var measured = given().get(metrics).then().statusCode(200).extract().asString();

    assertThat(measured)
        .contains("uri=\"/api to rooms\"", "uri=\"/auth/sessions/{sessionId}\"")
        .doesNotContain(room, "typed-")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    assertThat(measured.lines().filter(it -> it.startsWith("http_server_requests_seconds_count")))
        .hasSizeLessThan(60);
  }

  @Test
  void describes_its_api() {
    var description = given().accept("application/json").get(openApi).then().statusCode(200);
    for (var path : new String[] {"login", "callback", "session", "logout", "ticket"}) {
      description.body("paths", hasKey("/auth/" + path));
    }
  }
}
