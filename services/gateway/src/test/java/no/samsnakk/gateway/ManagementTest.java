package no.samsnakk.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.Test;

/** What operators get to see, on a port that browsers do not reach. */
@QuarkusTest
@WithTestResource(World.class)
class ManagementTest {
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
  void describes_its_api() {
    var description = given().accept("application/json").get(openApi).then().statusCode(200);
    for (var path : new String[] {"login", "callback", "session", "logout", "ticket"}) {
      description.body("paths", hasKey("/auth/" + path));
    }
  }
}
