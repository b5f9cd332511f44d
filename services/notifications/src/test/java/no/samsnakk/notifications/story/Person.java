package no.samsnakk.notifications.story;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.token.KeptTokens;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.caller.Me;

/** Somebody with a mailbox and browsers. */
public record Person(UUID personId, String name, String email) {
  private static final KeptTokens TOKENS = new KeptTokens();

  /** The key of some browser, and its secret. */
  private static final Map<String, Object> KEYS =
      Map.of(
          "p256dh",
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          "auth",
          "BTBZMqHH6r4Tts7J_aSIgg");

  public MailBox mailBox() {
    return new MailBox(email);
  }

  /** She says yes in a browser whose push service is like this: well, gone, shaky … */
  public Browser subscribesInABrowser(String kind) {
    var browser = Browser.of(kind);
    subscribes(browser.endpoint()).statusCode(204);
    return browser;
  }

  public ValidatableResponse subscribes(String endpoint) {
    return subscribes(endpoint, KEYS);
  }

  public ValidatableResponse subscribes(String endpoint, Map<String, Object> keys) {
    return asks()
        .body(Map.of("endpoint", endpoint, "keys", keys))
        .put("/api/notifications/subscription")
        .then();
  }

  public ValidatableResponse unsubscribes(Browser browser) {
    return asks()
        .body(Map.of("endpoint", browser.endpoint()))
        .delete("/api/notifications/subscription")
        .then();
  }

  public ValidatableResponse asksForTheKey() {
    return asks().get("/api/notifications/web-push-key").then();
  }

  /** Whatever she likes. */
  public RequestSpecification asks() {
    return given().auth().oauth2(token()).contentType(ContentType.JSON);
  }

  private String token() {
    return TOKENS.of(this, this::signedToken);
  }

  private String signedToken() {
    var me = new Me(personId, name, Level.HIGH, Instant.now(), List.of());
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
