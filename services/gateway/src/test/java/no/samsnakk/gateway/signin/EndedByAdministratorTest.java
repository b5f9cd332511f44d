package no.samsnakk.gateway.signin;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.session.BrowserSecret;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.gateway.world.Browser;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session ends when Keycloak's administrator ends it, in whichever way; the real Keycloak. */
@QuarkusTest
@WithTestResource(
    value = World.class,
    initArgs = @ResourceArg(name = "keycloak", value = "true"),
    scope = TestResourceScope.MATCHING_RESOURCES)
class EndedByAdministratorTest {
  @Inject Sessions sessions;
  @Inject Issuer issuer;
  @Inject Clock clock;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @ConfigProperty(name = "samsnakk.issuer")
  String issuerAddress;

  @ConfigProperty(name = "test.keycloak.user-manager")
  String password;

  private final Browser kari = Browser.ofNobody();
  private Administrator administrator;
  private Session session;

  @BeforeEach
  void kari_is_signed_in() throws Exception {
    administrator = new Administrator(issuerAddress, password);
    var login = kari.gets("/auth/login").headers().firstValue("Location").orElseThrow();
    var callback = new BankId().logsIn(URI.create(login), "Kari Kommunepsykolog");
    kari.gets(callback.getRawPath() + "?" + callback.getRawQuery());
    session = sessions.find(BrowserSecret.of(kari.cookie())).await().indefinitely().orElseThrow();
  }

  @Test
  void one_person_is_signed_out_and_keycloak_says_so() {
    administrator.signsOut(session.subject());

    isToldToBeOver();
  }

  @Test
  void everybody_is_signed_out_and_keycloak_says_nothing() throws SQLException {
    administrator.signsEverybodyOut();
    assertThat(kari.gets("/auth/session").body()).contains("\"signedIn\":true");

    aMinutePasses();

    isToldToBeOver();
  }

  @Test
  void one_person_is_locked_out_and_keycloak_says_nothing() throws SQLException {
    administrator.enables(session.subject(), false);
    try {
      aMinutePasses();

      isToldToBeOver();
    } finally {
      administrator.enables(session.subject(), true);
    }
  }

  @Test
  void being_asked_keycloak_does_not_take_the_session_for_used() {
    long before = administrator.lastAccess(session.subject());
    await().until(() -> clock.millis() > before + 2_000);

    assertThat(issuer.lives(session.tokens())).isTrue();

    assertThat(administrator.lastAccess(session.subject())).isEqualTo(before);
  }

  /** For the row that says when the issuer was last asked. */
  private void aMinutePasses() throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement =
            connection.prepareStatement(
                "update gateway.session set asked_at = asked_at - interval '1 minute'"
                    + " where session_id = ?")) {
      statement.setObject(1, session.sessionId());
      statement.executeUpdate();
    }
  }

  private void isToldToBeOver() {
    var told =
        Told.on(
            Topics.SESSIONS, SessionEnded.class, it -> it.sessionId().equals(session.sessionId()));
    assertThat(told.cause()).isEqualTo(Cause.ENDED_ELSEWHERE);
    await().until(() -> kari.gets("/auth/session").body().contains("\"signedIn\":false"));
  }
}
