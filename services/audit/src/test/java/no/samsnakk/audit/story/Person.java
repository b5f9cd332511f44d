package no.samsnakk.audit.story;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.token.KeptTokens;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;

/** Somebody with a browser. */
public record Person(UUID personId, String name, List<Me.Role> roles, Session session) {
  private static final KeptTokens TOKENS = new KeptTokens();

  /** How she signed in. */
  public record Session(Level level, Duration age) {}

  /** The same person, signed in some time ago. */
  public Person whoSignedIn(Duration ago) {
    return new Person(personId, name, roles, new Session(session.level(), ago));
  }

  /** The same person, signed in less surely. */
  public Person identifiedAs(Level level) {
    return new Person(personId, name, roles, new Session(level, session.age()));
  }

  public UUID organisationId() {
    return roles.getFirst().organisation().organisationId();
  }

  /** "Hvem har sett rommet mitt". */
  public ValidatableResponse looksAtTheLogOf(UUID roomId) {
    return looksAtTheLogOf(roomId, Map.of());
  }

  public ValidatableResponse looksAtTheLogOf(Object roomId, Map<String, Object> query) {
    return given()
        .auth()
        .oauth2(token())
        .queryParams(query)
        .get("/api/access-log/rooms/" + roomId)
        .then();
  }

  /** An auditor's search. */
  public ValidatableResponse searches(Map<String, Object> search) {
    return given()
        .auth()
        .oauth2(token())
        .contentType(ContentType.JSON)
        .body(search)
        .post("/api/access-log/searches")
        .then();
  }

  PersonChanged asTold(long version) {
    var told =
        roles.stream()
            .map(
                role ->
                    new PersonChanged.Role(
                        role.roleId(),
                        role.kind().name(),
                        role.title(),
                        role.organisation().organisationId(),
                        role.organisation().name()))
            .toList();
    return new PersonChanged(personId, version, name, null, told);
  }

  /** Whatever she likes. */
  public RequestSpecification asks() {
    return given().auth().oauth2(token()).contentType(ContentType.JSON);
  }

  private String token() {
    return TOKENS.of(this, this::signedToken);
  }

  private String signedToken() {
    var signedInAt = Instant.now().minus(session.age());
    var me = new Me(personId, name, session.level(), signedInAt, roles);
    return Jwt.claims()
        .subject("subject-of-" + personId)
        .audience("samsnakk")
        .claim("me", json(me))
        .expiresIn(300)
        .sign(Story.signingKey());
  }

  private static String json(Me me) {
    try {
      return Json.MAPPER.writeValueAsString(me);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
