package no.samsnakk.rooms;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API describes itself, to operators: on the management port. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DescriptionTest {
  @TestHTTPResource(value = "/openapi", management = true)
  URL openApi;

  @Test
  void everyDoorIsDescribedWithItsRefusals() {
    var description = given().accept("application/json").get(openApi).then().statusCode(200);
    for (var path :
        List.of(
            "/api/me",
            "/api/me/address",
            "/api/directory/searches",
            "/api/rooms",
            "/api/rooms/{roomId}",
            "/api/rooms/{roomId}/consent",
            "/api/rooms/{roomId}/withdrawal",
            "/api/rooms/{roomId}/seats",
            "/api/rooms/{roomId}/seats/{seatId}",
            "/api/rooms/{roomId}/seats/{seatId}/approval",
            "/api/consent-texts/current")) {
      description.body("paths", hasKey(path));
    }
    description
        .body(
            "paths.'/api/rooms/{roomId}/consent'.post.responses.'409'.description",
            containsString("consent-already-answered"))
        .body("components.schemas.RoomDetails.properties.may", notNullValue());
  }
}
