package no.samsnakk.gateway.signin;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.session.BrowserSecret;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the real Keycloak, both realms. */
@QuarkusTest
@WithTestResource(
    value = World.class,
    initArgs = @ResourceArg(name = "keycloak", value = "true"),
    scope = TestResourceScope.MATCHING_RESOURCES)
class SignInThroughKeycloakTest {
  private static final String KARI = "Kari Kommunepsykolog";

  @Inject Sessions sessions;
  @Inject Issuer issuer;
  @Inject People people;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @ConfigProperty(name = "samsnakk.rooms.url")
  String rooms;

  @ConfigProperty(name = "samsnakk.issuer")
  String issuerAddress;

  private final Browser kari = Browser.ofNobody();
  private final BankId bankId = new BankId();

  @BeforeEach
  void nobodyIsSignedIn() {
    assertThat(kari.gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void asks_the_issuer_for_a_code_with_pkce_state_and_nonce() {
    var asked = login("/auth/login?returnTo=/rooms").toString();

    assertThat(asked)
        .startsWith(issuerAddress + "/protocol/openid-connect/auth?")
        .contains("response_type=code", "client_id=gateway", "scope=openid")
        .contains("code_challenge_method=S256", "kc_idp_hint=bankid")
        .containsPattern("[?&]state=[A-Za-z0-9_-]{43}(&|$)")
        .containsPattern("[?&]nonce=[A-Za-z0-9_-]{43}(&|$)")
        .containsPattern("[?&]code_challenge=[A-Za-z0-9_-]{43}(&|$)")
        .doesNotContain("prompt");
  }

  @Test
  void ends_with_a_session_and_one_cookie_and_no_token_in_the_browser_R10() throws Exception {
    var address = login("/auth/login?returnTo=/rooms/0199");
    var before = kari.cookie();

    var answer = comeBack(bankId.logsIn(address, KARI));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/rooms/0199");
    assertThat(Browser.cookies(answer))
        .singleElement()
        .asString()
        .matches("__Host-samsnakk=[A-Za-z0-9_-]{43};.*")
        .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(kari.cookie()).as("renewed at login").isNotEqualTo(before);
    var session = kari.gets("/auth/session");
    assertThat(new JsonObject(session.body()).getJsonObject("me").getString("name"))
        .isEqualTo(KARI);
    assertThat(new JsonObject(session.body()).getString("csrfToken")).isEqualTo(kari.csrfToken());
    assertThat(Browser.everythingIn(answer) + Browser.everythingIn(session)).doesNotContain("eyJ");
  }

  @Test
  void shows_rooms_the_id_token_once_and_forgets_it() throws Exception {
    signIn("/auth/login");

    var seen = new JsonObject(seenByRooms());
    var idToken = new JsonObject(seen.getString("body")).getString("idToken");
    assertThat(seen.getJsonObject("headers").getString("x-internal-key")).isEqualTo(World.KEY);
    var claims = claims(idToken);
    assertThat(claims.getString("pid")).isEqualTo("03827810060");
    assertThat(claims.getString("idp_acr")).isEqualTo("idporten-loa-high");
    var tokens = session().tokens();
    assertThat(claims(tokens.access()).getString("aud")).isEqualTo("samsnakk");
    assertThat(claims(tokens.access()).fieldNames()).doesNotContain("pid");
    assertThat(tokens.access() + tokens.refresh()).doesNotContain(idToken);
  }

  @Test
  void is_not_finished_by_another_browser() throws Exception {
    var callback = bankId.logsIn(login("/auth/login"), KARI);
    var thief = Browser.ofNobody();
    thief.gets("/auth/login");

    var answer = thief.gets(callback.getRawPath() + "?" + callback.getRawQuery());

    assertThat(answer.headers().firstValue("Location")).contains("/?signin=expired");
    assertThat(thief.gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void is_finished_only_once() throws Exception {
    var callback = bankId.logsIn(login("/auth/login?returnTo=/rooms"), KARI);
    comeBack(callback);
    var signedIn = kari.cookie();

    var again = comeBack(callback);

    assertThat(again.headers().firstValue("Location")).contains("/?signin=already");
    assertThat(kari.cookie()).isEqualTo(signedIn);
  }

  @Test
  void in_two_tabs_is_one_session_whichever_page_the_second_was_left_at() throws Exception {
    var atTheIssuer = login("/auth/login?returnTo=/rooms/2");
    signIn("/auth/login?returnTo=/rooms/1");
    var session = session();

    var finished = comeBack(bankId.logsIn(atTheIssuer, KARI));
    var begun = kari.gets("/auth/login?returnTo=/rooms/3");

    assertThat(finished.headers().firstValue("Location")).contains("/?signin=already");
    assertThat(begun.headers().firstValue("Location")).contains("/rooms/3");
    assertThat(session().sessionId()).isEqualTo(session.sessionId());
  }

  @Test
  void that_is_broken_off_leads_to_where_she_was_going() {
    var first = state("/auth/login?returnTo=/rooms/1/consent");
    var second = state("/auth/login?returnTo=/rooms%3Fa=b");

    assertThat(kari.gets("/auth/callback?error=access_denied&state=" + first).headers().map())
        .containsEntry("location", List.of("/rooms/1/consent?signin=cancelled"));
    assertThat(kari.gets("/auth/callback?error=server_error&state=" + second).headers().map())
        .containsEntry("location", List.of("/rooms?a=b&signin=unavailable"));
  }

  @Test
  void with_a_forged_code_comes_to_nothing() throws Exception {
    var callback = bankId.logsIn(login("/auth/login"), KARI).toString();

    var answer = comeBack(URI.create(callback.replaceFirst("code=[^&]+", "code=forged")));

    assertThat(answer.headers().firstValue("Location")).contains("/?signin=failed");
    assertThat(kari.gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void that_is_broken_off_says_so_with_a_stable_code() {
    var state = state("/auth/login");

    var answer = kari.gets("/auth/callback?error=access_denied&state=" + state);

    assertThat(answer.headers().firstValue("Location")).contains("/?signin=cancelled");
  }

  @Test
  void never_returns_to_somebody_elses_page() throws Exception {
    var answer = signIn("/auth/login?returnTo=%2F%2Fevil.example");

    assertThat(answer.headers().firstValue("Location")).contains("/");
  }

  @Test
  void that_is_fresh_proves_anew_who_she_is_and_renews_the_session() throws Exception {
    signIn("/auth/login");
    var first = session();
    var firstSeen = claims(first.tokens().access()).getLong("auth_time");
    await().until(() -> java.time.Instant.now().getEpochSecond() > firstSeen);

    var asked = login("/auth/login?fresh=true&returnTo=/rooms/1");
    assertThat(asked.toString()).contains("prompt=login");
    assertThat(kari.gets("/auth/session").body()).contains("\"signedIn\":true");
    comeBack(bankId.logsIn(asked, KARI));

    var second = session();
    assertThat(second.sessionId()).isNotEqualTo(first.sessionId());
    assertThat(claims(second.tokens().access()).getLong("auth_time")).isGreaterThan(firstSeen);
    Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.sessionId().equals(first.sessionId()));
    assertThat(kari.gets("/api/rooms").statusCode()).isEqualTo(200);
  }

  @Test
  void lasts_beyond_its_first_access_token_which_many_requests_renew_once() throws Exception {
    signIn("/auth/login");
    var before = session();
    expireAccessToken(kari);

    Callable<HttpResponse<String>> ask = () -> kari.gets("/api/rooms");
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = tabs.invokeAll(Stream.generate(() -> ask).limit(12).toList());
      var bearers =
          answers.stream().map(it -> new JsonObject(it.resultNow().body()).getString("bearer"));

      assertThat(bearers.distinct().toList())
          .containsExactly(Integer.toHexString(session().tokens().access().hashCode()));
    }
    assertThat(session().tokens().access()).isNotEqualTo(before.tokens().access());
    assertThat(session().sessionId()).isEqualTo(before.sessionId());
  }

  @Test
  void is_over_when_the_issuer_does_not_renew_its_tokens() throws Exception {
    var vera = people.signedIn();
    expireAccessToken(vera.browser());

    var answer = vera.browser().gets("/api/rooms");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
    Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.personId().equals(vera.personId()));
  }

  @Test
  void is_over_at_once_when_keycloak_ends_it_through_the_back_channel() throws Exception {
    signIn("/auth/login");
    var session = session();
    assertThat(kari.gets("/api/rooms").statusCode()).isEqualTo(200);

    issuer.end(session.tokens());

    await().until(() -> kari.gets("/api/rooms").statusCode() == 401);
    var told =
        Told.on(
            Topics.SESSIONS, SessionEnded.class, it -> it.sessionId().equals(session.sessionId()));
    assertThat(told.cause()).isEqualTo(SessionEnded.Cause.ENDED_ELSEWHERE);
  }

  @Test
  void is_over_at_the_issuer_too_when_she_signs_out() throws Exception {
    signIn("/auth/login");
    var tokens = session().tokens();

    assertThat(kari.changes("POST", "/auth/logout", "").statusCode()).isEqualTo(200);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> issuer.refresh(tokens)))
        .hasMessage("invalid_grant");
    // Nobody is signed in at Keycloak either: it asks who she is.
    comeBack(bankId.logsIn(login("/auth/login"), "Vera Veileder"));
    assertThat(
            claims(
                    new JsonObject(new JsonObject(seenByRooms()).getString("body"))
                        .getString("idToken"))
                .getString("pid"))
        .isEqualTo("17868410183");
  }

  private HttpResponse<String> signIn(String path) throws Exception {
    return comeBack(bankId.logsIn(login(path), KARI));
  }

  private URI login(String path) {
    var answer = kari.gets(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private String state(String path) {
    return login(path).getRawQuery().replaceFirst(".*state=([^&]+).*", "$1");
  }

  private HttpResponse<String> comeBack(URI callback) {
    assertThat(callback.toString()).startsWith(World.ORIGIN + "/auth/callback?");
    return kari.gets(callback.getRawPath() + "?" + callback.getRawQuery());
  }

  private Session session() {
    return session(kari);
  }

  private Session session(Browser browser) {
    return sessions.find(BrowserSecret.of(browser.cookie())).await().indefinitely().orElseThrow();
  }

  private String seenByRooms() {
    return Browser.send(HttpRequest.newBuilder(URI.create(rooms + "/internal/seen")).build())
        .body();
  }

  /** As if five minutes had gone by; this instance reads it when it has forgotten what it knew. */
  private void expireAccessToken(Browser browser) throws SQLException {
    var before = session(browser);
    try (var connection = DriverManager.getConnection(database);
        var statement =
            connection.prepareStatement(
                "update gateway.session set access_expires_at = now() where session_id = ?")) {
      statement.setObject(1, before.sessionId());
      statement.executeUpdate();
    }
    var good = before.tokens().accessExpiresAt();
    await().until(() -> session(browser).tokens().accessExpiresAt().isBefore(good));
  }

  private static JsonObject claims(String jwt) {
    var payload = java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
    return new JsonObject(new String(payload, java.nio.charset.StandardCharsets.UTF_8));
  }
}
