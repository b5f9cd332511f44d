package no.samsnakk.messaging.story;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.token.KeptTokens;
import no.samsnakk.messaging.writing.conversation.Outcome;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.ticket.Tickets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who signs in, opens rooms and talks. What she does without a browser opens one. */
public final class Person {
  private static final KeptTokens TOKENS = new KeptTokens();

  private final UUID personId;
  private final UUID sessionId = Ids.next();
  private final List<Browser> browsers = new ArrayList<>();

  Person(UUID personId) {
    this.personId = personId;
  }

  public UUID personId() {
    return personId;
  }

  public UUID sessionId() {
    return sessionId;
  }

  /** A one-time ticket, as the gateway gives it to a signed-in browser. */
  public String ticket() {
    return ticket(Instant.now().plusSeconds(600));
  }

  public String ticket(Instant sessionEndsAt) {
    try (var tickets = Arc.container().instance(Tickets.class)) {
      return tickets.get().issue(personId, sessionId, sessionEndsAt);
    }
  }

  /** One more browser, connected; its hello is answered. */
  public Browser connects() {
    return connects(Instant.now().plusSeconds(600));
  }

  public Browser connects(Instant sessionEndsAt) {
    var browser = Browser.connect(ticket(sessionEndsAt), World.ORIGIN);
    browsers.add(browser);
    browser.says("{\"type\":\"hello\",\"rooms\":[]}");
    browser.hears(ServerFrame.Welcome.class);
    return browser;
  }

  /** Her first browser. */
  public Browser browser() {
    return browsers.isEmpty() ? connects() : browsers.getFirst();
  }

  public ServerFrame.Opened opens(UUID roomId) {
    return browser().opens(roomId);
  }

  /** Sends and waits for what becomes of it. */
  public Outcome.Accepted sends(UUID roomId, String body) {
    return browser().sends(roomId, Ids.next(), body);
  }

  /** Says something of a kind; answers "accepted", or the code of the refusal. */
  public String says(UUID roomId, String kind, Object payload) {
    return browser().says(roomId, Ids.next(), kind, payload);
  }

  public String isRefused(UUID roomId, String body) {
    return browser().isRefused(roomId, Ids.next(), body);
  }

  /** Waits until the text is on her screen. */
  public void sees(String body) {
    browser().sees(body);
  }

  /** Whether the text is on her screen once everything that was on its way has come. */
  public boolean hasSeen(String body) {
    return browser().hasSeen(body);
  }

  public void closesAll() {
    browsers.forEach(Browser::closes);
    browsers.clear();
  }

  /** Pages back in a room's history. */
  public ValidatableResponse pages(Object roomId, Map<String, Object> query) {
    return given()
        .auth()
        .oauth2(token())
        .queryParams(query)
        .get("/api/conversations/" + roomId + "/messages")
        .then();
  }

  /** Whatever she likes. */
  public RequestSpecification asks() {
    return given().auth().oauth2(token()).contentType(ContentType.JSON);
  }

  private String token() {
    return TOKENS.of(personId, this::signedToken);
  }

  private String signedToken() {
    return Jwt.claims()
        .subject(personId.toString())
        .audience("samsnakk")
        .expiresIn(Duration.ofMinutes(5))
        .sign(signingKey());
  }

  private static PrivateKey signingKey() {
    try {
      var text = ConfigProvider.getConfig().getValue(World.SIGNING_KEY, String.class);
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
