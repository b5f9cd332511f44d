package no.samsnakk.rooms;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.samsnakk.contracts.event.AuditAction;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class SignInTest {

  @Test
  void kariIsWhoTheDirectorySays() {
    Actor.kari()
        .looksAtHerself()
        .statusCode(200)
        .body("name", equalTo("Kari Kommunepsykolog"))
        .body("level", equalTo("HIGH"))
        .body("roles", hasSize(1))
        .body("roles[0].kind", equalTo("PROFESSIONAL"))
        .body("roles[0].title", equalTo("Kommunepsykolog"))
        .body("roles[0].organisation.name", equalTo("Askøy kommune"));
  }

  @Test
  void aSignInLeavesATraceAndIsTheSamePersonEveryTime() {
    var ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    var first = ola.personId();
    ola.signsIn();

    assertEquals(first, ola.personId());
    assertTrue(Heard.tracesOf(first, AuditAction.SIGNED_IN).size() >= 1);
    Heard.person(first, told -> told.name().equals("Ola Nordmann") && told.roles().isEmpty());
  }

  @Test
  void aPatientIsCalledWhatBankIdCallsHer() {
    var ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    reportsAs(ola, "Ola Nymann").statusCode(200).body("name", equalTo("Ola Nymann"));
    Heard.person(ola.personId(), told -> told.name().equals("Ola Nymann") && told.version() == 2);
  }

  @Test
  void aProfessionalIsCalledWhatTheDirectoryCallsHer() {
    var kari = Actor.kari();
    reportsAs(kari, "Kari Selvvalgt Navn")
        .statusCode(200)
        .body("name", equalTo("Kari Kommunepsykolog"));
  }

  private static io.restassured.response.ValidatableResponse reportsAs(Actor actor, String name) {
    var claims = Issuer.claims(actor.subject, Actor.HIGH, Instant.now()).audience("gateway");
    var token = Issuer.signed(claims.claim("name", name).claim("pid", actor.number));
    return actor.reportsSignIn(token, Servers.INTERNAL_KEY);
  }

  @Test
  void whoHasNeverSignedInIsNobody() {
    var stranger = Actor.somebodyNew("Frem Med");
    stranger.looksAtHerself().statusCode(401).body("code", equalTo("not-signed-in"));
    stranger.asks().get("/api/rooms").then().statusCode(401);
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    for (var path : new String[] {"/api/me", "/api/rooms", "/api/consent-texts/current"}) {
      RestAssured.get(path).then().statusCode(401);
    }
    RestAssured.given()
        .header("X-Internal-Key", Servers.INTERNAL_KEY)
        .contentType("application/json")
        .body(Map.of("idToken", "x"))
        .post("/internal/sign-ins")
        .then()
        .statusCode(401);
  }

  @Test
  void tokensThatAreNotForUsAreNotBelieved() {
    var ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    var claims = Issuer.claims(ola.subject, Actor.HIGH, Instant.now());
    for (var token :
        new String[] {
          ola.idToken(),
          Issuer.signedBySomebodyElse(claims.audience("samsnakk")),
          Issuer.signed(claims.audience("samsnakk").issuer("http://localhost:1/realms/other")),
          Issuer.signed(
              Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                  .audience("samsnakk")
                  .expiresAt(Instant.now().minus(Duration.ofMinutes(5)))),
        }) {
      RestAssured.given().auth().oauth2(token).get("/api/me").then().statusCode(401);
    }
  }

  @Test
  void aMereTokenDoesNotReachTheInternalDoor() {
    var ola = Actor.somebodyNew("Ola Nordmann");
    ola.reportsSignIn(ola.idToken(), null).statusCode(403).body("code", equalTo("not-allowed"));
    ola.reportsSignIn(ola.idToken(), "d3Jvbmc=").statusCode(403);
    ola.looksAtHerself().statusCode(401);
  }

  @Test
  void anIdTokenThatIsNotForTheGatewayIsNotBelieved() {
    var ola = Actor.somebodyNew("Ola Nordmann");
    var meant = Issuer.claims(ola.subject, Actor.HIGH, Instant.now()).claim("name", "Ola");
    var token = meant.claim("pid", ola.number).audience("gateway");
    for (var wrong :
        new String[] {
          "nonsense",
          ola.accessToken(),
          Issuer.signedBySomebodyElse(token),
          Issuer.signed(
              Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                  .claim("name", "Ola")
                  .claim("pid", ola.number)
                  .audience("somebody-else")),
          Issuer.signed(
              Issuer.claims("another-subject", Actor.HIGH, Instant.now())
                  .claim("name", "Ola")
                  .claim("pid", ola.number)
                  .audience("gateway")),
          Issuer.signed(
              Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                  .claim("name", "Ola")
                  .claim("pid", ola.number)
                  .audience("gateway")
                  .issuer("http://localhost:1/realms/other")),
          Issuer.signed(
              Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                  .claim("name", "Ola")
                  .claim("pid", ola.number)
                  .audience("gateway")
                  .expiresAt(Instant.now().minus(Duration.ofMinutes(5)))),
          Issuer.signed(
              Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                  .claim("name", "Ola")
                  .audience("gateway")),
        }) {
      ola.reportsSignIn(wrong, Servers.INTERNAL_KEY)
          .statusCode(401)
          .body("code", equalTo("not-signed-in"));
    }
    ola.looksAtHerself().statusCode(401);
  }

  @Test
  void whoCouldBeRealDoesNotSignInToTheDemo() {
    var ola = Actor.somebodyNew("Ola Nordmann");
    var token =
        Issuer.signed(
            Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                .audience("gateway")
                .claim("name", "Ola")
                .claim("pid", Numbers.likeReal()));
    ola.reportsSignIn(token, Servers.INTERNAL_KEY)
        .statusCode(422)
        .body("code", equalTo("identity-number-not-synthetic"));
  }

  @Test
  void aSubjectNeverBecomesSomebodyElse() {
    var ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    var other = Numbers.synthetic();
    var token =
        Issuer.signed(
            Issuer.claims(ola.subject, Actor.HIGH, Instant.now())
                .audience("gateway")
                .claim("name", "Ola")
                .claim("pid", other));
    ola.reportsSignIn(token, Servers.INTERNAL_KEY).statusCode(403);
    ola.looksAtHerself().statusCode(200).body("roles", empty());
  }

  @Test
  void levelsAreNormalisedAndTheLoginsTimeIsTheTokens() {
    var ola = Actor.somebodyNew("Ola Nordmann").signsIn();
    ola.with("idporten-loa-substantial", Duration.ZERO)
        .looksAtHerself()
        .body("level", equalTo("SUBSTANTIAL"));
    ola.with("whatever", Duration.ZERO).looksAtHerself().body("level", equalTo("LOW"));
    var old = ola.with(Actor.HIGH, Duration.ofHours(1)).looksAtHerself();
    var signedInAt = Instant.parse(old.extract().path("signedInAt"));
    assertTrue(signedInAt.isBefore(Instant.now().minus(Duration.ofMinutes(59))));
  }
}
