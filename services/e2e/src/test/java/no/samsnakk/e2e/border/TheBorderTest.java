package no.samsnakk.e2e.border;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Professional;
import no.samsnakk.e2e.stage.Addresses;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway lets nobody do, however it is asked. */
@Journey
@Order(10)
class TheBorderTest {
  private static final String PROBLEM = "application/problem+json";

  private final Cast cast;
  private final Professional kari;
  private final String app;
  private String csrfToken = "";
  private String cookie = "";

  TheBorderTest(Cast cast, Addresses addresses) {
    this.cast = cast;
    kari = cast.kari();
    app = addresses.app();
  }

  @BeforeAll
  void kariIsSignedIn() {
    cast.signIn(kari);
    csrfToken = kari.asks("GET", "/auth/session", null).path("csrfToken").asText();
    cookie = kari.cookie();
  }

  private RequestSpecification kari() {
    return given().baseUri(app).cookie("__Host-samsnakk", cookie).contentType(ContentType.JSON);
  }

  @Test
  @Order(1)
  void aChangeWithoutTheCsrfTokenIsRefused() {
    kari()
        .header("Origin", app)
        .body("{\"query\":\"Frida\"}")
        .post("/api/directory/searches")
        .then()
        .statusCode(403)
        .contentType(containsString(PROBLEM))
        .body("code", equalTo("csrf-token-missing"));
  }

  @Test
  @Order(2)
  void aChangeFromAForeignOriginIsRefused() {
    kari()
        .header("Origin", "https://evil.example")
        .header("X-CSRF-Token", csrfToken)
        .body("{\"query\":\"Frida\"}")
        .post("/api/directory/searches")
        .then()
        .statusCode(403)
        .body("code", equalTo("origin-refused"));
  }

  @Test
  @Order(3)
  void theSameWithBothIsAnswered() {
    kari()
        .header("Origin", app)
        .header("X-CSRF-Token", csrfToken)
        .body("{\"query\":\"Frida\"}")
        .post("/api/directory/searches")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(
      strings = {
        "/q/health",
        "/q/health/ready",
        "/q/metrics",
        "/q/dev-ui",
        "/internal/sign-ins",
        "/api/../q/metrics",
        "/api/%2e%2e/q/metrics",
        "//q/metrics",
        "/api/internal/sign-ins"
      })
  void whatIsForOperatorsCannotBeReached(String path) {
    kari()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(is(oneOf(400, 404)))
        .body(not(containsString("jvm_")), not(containsString("UP")));
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(
      strings = {
        "/api/me",
        "/api/rooms",
        "/api/access-log/rooms/0197a5b6-0000-7000-8000-000000000000"
      })
  void withoutASessionNothingIsAnswered(String path) {
    given()
        .baseUri(app)
        .get(path)
        .then()
        .statusCode(401)
        .contentType(containsString(PROBLEM))
        .body("code", equalTo("not-signed-in"));
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(
      strings = {"/auth/session", "/api/me", "/api/rooms", "/api/consent-texts/current", "/"})
  void r10NoAnswerHoldsAToken(String path) {
    kari().get(path).then().statusCode(200).body(not(containsString("eyJ")));
  }

  @Test
  @Order(7)
  void aForgedTokenInAHeaderOpensNothing() {
    given()
        .baseUri(app)
        .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJrYXJpIn0.")
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @Order(8)
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)"
      })
  void afterTheSignInNobodyIsSentElsewhere(String returnTo) {
    given()
        .baseUri(app)
        .redirects()
        .follow(false)
        .queryParam("returnTo", returnTo)
        .get("/auth/login")
        .then()
        .header("Location", not(containsString("evil.example")));
  }

  @Test
  @Order(9)
  void thePageBringsAStrictPolicy() {
    given()
        .baseUri(app)
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe")))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Referrer-Policy", not(blankOrNullString()));
  }

  @Test
  @Order(10)
  void aRefusalSaysNothingOfWhatWasSent() {
    kari()
        .header("Origin", app)
        .header("X-CSRF-Token", csrfToken)
        .body("{\"query\":\"Kanarifugl 01010112345\"")
        .post("/api/directory/searches")
        .then()
        .statusCode(400)
        .contentType(containsString(PROBLEM))
        .body("code", equalTo("invalid-request"))
        .body(not(containsString("Kanarifugl")), not(containsString("01010112345")));
  }
}
