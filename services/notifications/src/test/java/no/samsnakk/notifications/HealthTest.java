package no.samsnakk.notifications;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import no.samsnakk.notifications.story.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What operators ask, on a port that the gateway does not pass on. */
@QuarkusTest
@WithTestResource(World.class)
class HealthTest {
  @ConfigProperty(name = "quarkus.management.test-port")
  int port;

  @Test
  void it_is_well_and_says_so() {
    given().port(port).get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void what_is_measured_has_names() {
    given()
        .port(port)
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("samsnakk_notifications_sent_total"))
        .body(containsString("samsnakk_notifications_given_up_total"))
        .body(containsString("samsnakk_notifications_records_set_aside_total"));
  }

  @Test
  void nobody_else_hears_of_it() {
    given().get("/q/health").then().statusCode(404);
    given().get("/q/metrics").then().statusCode(404);
  }
}
