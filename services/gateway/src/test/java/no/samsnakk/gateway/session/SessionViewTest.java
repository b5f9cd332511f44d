package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** {@code gateway.session_v1} as messaging reads it: with its own role. */
@QuarkusTest
@WithTestResource(World.class)
class SessionViewTest {
  @Inject People people;
  @Inject Sessions sessions;
  @Inject Clock clock;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @Test
  void a_session_ends_for_messaging_when_it_ends_here() throws SQLException {
    var session = session(people.signedIn(Duration.ofMinutes(30)));

    assertThat(endOf(session.sessionId())).contains(session.expiresAt());
    assertThat(session.expiresAt()).isBefore(clock.instant().plus(Duration.ofMinutes(31)));
  }

  @Test
  void a_session_that_was_ended_is_not_there_any_more() throws SQLException {
    var session = session(people.signedIn());

    sessions.end(session, Cause.LOGOUT).await().indefinitely();

    assertThat(endOf(session.sessionId())).isEmpty();
  }

  @Test
  void messaging_changes_nothing_through_the_view_and_reads_nothing_else_R10() throws SQLException {
    try (var messaging = asMessaging();
        var statement = messaging.createStatement()) {
      for (var other :
          List.of(
              "update gateway.session_v1 set session_id = session_id",
              "delete from gateway.session_v1",
              "select from gateway.session",
              "select from gateway.login",
              "select from gateway.outbox")) {
        assertThatThrownBy(() -> statement.execute(other))
            .as(other)
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  private Session session(People.Person person) {
    var secret = BrowserSecret.of(person.browser().cookie());
    return sessions.find(secret).await().indefinitely().orElseThrow();
  }

  private Optional<Instant> endOf(UUID sessionId) throws SQLException {
    var ask = "select ends_at from gateway.session_v1 where session_id = '" + sessionId + "'";
    try (var messaging = asMessaging();
        var statement = messaging.createStatement();
        var rows = statement.executeQuery(ask)) {
      return rows.next()
          ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
          : Optional.empty();
    }
  }

  private Connection asMessaging() throws SQLException {
    var connection = DriverManager.getConnection(database);
    try (var statement = connection.createStatement()) {
      statement.execute("set role samsnakk_messaging");
    }
    return connection;
  }
}
