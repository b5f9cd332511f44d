package no.samsnakk.rooms;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.openapi.Measured;
import no.samsnakk.contracts.openapi.Unreadable;
import org.junit.jupiter.api.Test;

/** What is measured grows with what there is to ask for, and not with who asks for which room. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MeasuredTest {
  private static final Map<String, Object> SAMPLES =
      Map.of("/patient/email", "are@example.no", "/patient/identityNumber", "17868410183");

  @TestHTTPResource("/")
  URI http;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @Test
  void R9_ofAHundredPeopleAndRoomsNothingIsMeasured() {
    assertEquals(
        List.of(),
        Measured.complaints("rooms", SAMPLES, MeasuredTest::newcomer, this::measuredNow));
  }

  @Test
  void R9_whatCannotBeReadIsRefusedAndNeitherMeasuredNorTold() throws URISyntaxException {
    for (var port : List.of(http, metrics.toURI())) {
      assertEquals(
          List.of(), Unreadable.complaints(Unreadable.at(port), List.of(), this::measuredNow));
    }
  }

  @Test
  void aPageThatHasItsNameLeadHereReadsNothing() {
    given().header("Host", "evil.example").get(metrics).then().statusCode(421);
  }

  private static Measured.Asker newcomer() {
    var who = Actor.somebodyNew("Ola Nordmann").signsIn();
    return (method, address, body) ->
        who.asks().urlEncodingEnabled(false).body(body).request(method, address);
  }

  private String measuredNow() {
    return given().get(metrics).then().statusCode(200).extract().asString();
  }
}
