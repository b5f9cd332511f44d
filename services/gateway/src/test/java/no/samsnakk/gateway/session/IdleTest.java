package no.samsnakk.gateway.session;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.People.Person;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Idle is what the person is, not what her browser does meanwhile. */
@QuarkusTest
@WithTestResource(World.class)
class IdleTest {
  @Inject People people;
  @Inject Sessions sessions;
  @Inject SessionRows rows;
  @Inject Pool pool;
  @Inject Clock clock;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @Test
  void a_tab_that_only_looks_again_ends_at_its_time_and_says_so() throws SQLException {
    var kari = people.signedIn();
    ask("update gateway.session set idle_ends_at = now() + interval '8 s' where " + whose(kari));

    await()
        .pollInterval(Duration.ofMillis(200))
        .until(() -> kari.browser().gets("/api/rooms").statusCode() == 401);

    var told =
        Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.personId().equals(kari.personId()));
    assertThat(told.cause()).isEqualTo(Cause.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/rooms",
    "GET, /api/me",
    "GET, /auth/session",
    "GET, /auth/sessions",
    "GET, /auth/login",
    "GET, /",
    "POST, /auth/ticket",
    "PUT, /api/notifications/subscriptions",
    "PUT, /api/rooms/0199/proposal"
  })
  void nothing_that_a_browser_asks_for_renews_it(String method, String path) throws SQLException {
    var kari = people.signedIn();
    var before =
        ask("select idle_ends_at::text || active_at from gateway.session where " + whose(kari));

    var answer =
        method.equals("GET")
            ? kari.browser().gets(path)
            : kari.browser().changes(method, path, "{}");

    assertThat(answer.statusCode()).isLessThan(400);
    assertThat(
            ask("select idle_ends_at::text || active_at from gateway.session where " + whose(kari)))
        .isEqualTo(before);
  }

  @Test
  void what_the_person_does_keeps_it_for_another_while() throws SQLException {
    var kari = people.signedIn();
    ask("update gateway.session set idle_ends_at = now() + interval '1 min' where " + whose(kari));

    var answer = kari.browser().changes("POST", "/auth/activity", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"mayStay\":true")
        .matches(".*\"secondsLeft\":3[56]\\d\\d.*");
    assertThat(
            ask(
                "select (idle_ends_at > now() + interval '59 min')::text from gateway.session where "
                    + whose(kari)))
        .isEqualTo("true");
    assertThat(kari.browser().gets("/auth/session").body()).contains("\"mayStay\":true");
  }

  @Test
  void not_beyond_its_whole_life() throws SQLException {
    var kari = people.signedIn();
    endsIn(Duration.ofMinutes(10), kari);

    var answer = kari.browser().changes("POST", "/auth/activity", "");

    assertThat(answer.body()).contains("\"mayStay\":false").matches(".*\"secondsLeft\":5\\d\\d.*");
  }

  @Test
  void nobody_does_anything_in_a_session_that_is_over() throws SQLException {
    var kari = people.signedIn();
    ask("update gateway.session set idle_ends_at = now() where " + whose(kari));

    assertThat(kari.browser().changes("POST", "/auth/activity", "").statusCode()).isEqualTo(401);
  }

  @Test
  void another_site_keeps_nobody_signed_in() {
    var kari = people.signedIn().browser();

    assertThat(kari.sends("POST", "/auth/activity", "", "Origin", World.ORIGIN).statusCode())
        .isEqualTo(403);
    assertThat(
            kari.sends(
                    "POST",
                    "/auth/activity",
                    "",
                    "X-CSRF-Token",
                    kari.csrfToken(),
                    "Origin",
                    "https://evil.example")
                .statusCode())
        .isEqualTo(403);
  }

  /** As if it had begun long ago: who cannot seal a row cannot move its end. */
  private void endsIn(Duration left, Person person) {
    var secret = BrowserSecret.of(person.browser().cookie());
    var session = sessions.find(secret).await().indefinitely().orElseThrow();
    var ends = clock.instant().plus(left);
    var older =
        new Session(
            session.sessionId(),
            session.secretHash(),
            session.personId(),
            session.subject(),
            session.providerSid(),
            session.startedAt(),
            ends,
            session.idleEndsAt(),
            session.tokens());
    pool.preparedQuery("update session set ends_at = $2, tokens = $3 where session_id = $1")
        .execute(SessionRows.parameters(session.sessionId(), ends, rows.sealed(older)))
        .await()
        .indefinitely();
  }

  private static String whose(Person person) {
    return "person_id = '" + person.personId() + "'";
  }

  private String ask(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement()) {
      if (!prepared.execute(statement)) {
        assertThat(prepared.getUpdateCount()).isEqualTo(1);
        return "";
      }
      try (var rows = prepared.getResultSet()) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }
  }
}
