package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.issuer.EndedAtIssuer;
import no.samsnakk.gateway.issuer.LoginSecrets;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.People.Person;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.ticket.Tickets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mallory administers the database, and would like to be Vera. Both are signed in. */
@QuarkusTest
@WithTestResource(World.class)
class TamperedRowTest {
  @Inject People people;
  @Inject Sessions sessions;
  @Inject Logins logins;
  @Inject SessionRows rows;
  @Inject Pool pool;
  @Inject Tickets tickets;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  private Administrator administrator;
  private Person mallory;
  private Person vera;

  @BeforeEach
  void bothAreSignedIn() {
    administrator = new Administrator(database);
    mallory = people.signedIn();
    vera = people.signedIn();
  }

  @Test
  void veras_session_does_not_open_to_his_cookie_R10() throws SQLException {
    administrator.changes("delete from gateway.session where " + whose(mallory));
    administrator.changes(
        "update gateway.session set secret_hash = '" + hash(mallory) + "' where " + whose(vera));

    isNobody();
  }

  @Test
  void his_session_with_all_that_is_in_hers_is_not_hers_R10() throws SQLException {
    var columns = String.join(", ", columnsBut("session_id", "secret_hash"));
    administrator.changes(
        "update gateway.session set (%s) = (select %s from gateway.session where %s) where %s"
            .formatted(columns, columns, whose(vera), whose(mallory)));

    isNobody();
  }

  @Test
  void his_session_does_not_become_hers_by_her_person_id_R10() throws SQLException {
    becomesVera();

    isNobody();
  }

  @Test
  void nor_while_it_is_remembered_and_renewed_R10() throws SQLException {
    assertThat(find(mallory)).isPresent();
    becomesVera();

    mallory.browser().changes("POST", "/auth/activity", "");

    assertThat(ticketOf(mallory)).isNotEqualTo(Optional.of(vera.personId()));
  }

  @Test
  void no_column_makes_anybody_else_of_him_R10() throws SQLException {
    for (var column : columnsBut()) {
      bothAreSignedIn();
      var before = stored(mallory);
      var hers =
          administrator
              .asks("select " + column + " from gateway.session where " + whose(vera))
              .getFirst();
      if (List.of("session_id", "secret_hash").contains(column)) {
        administrator.changes("delete from gateway.session where " + whose(vera));
      }
      var value = hers == null ? "null" : "'" + hers + "'";
      administrator.changes(
          "update gateway.session set " + column + " = " + value + " where " + whose(mallory));

      find(mallory)
          .ifPresent(found -> assertThat(believed(found)).as(column).isEqualTo(believed(before)));
    }
  }

  @Test
  void her_sign_in_does_not_end_in_his_browser_R10() throws SQLException {
    var login = new Login(LoginSecrets.random(), null, "/");
    var his = BrowserSecret.random();
    var hers = BrowserSecret.random();
    logins.begin(hers, login).await().indefinitely();
    administrator.changes(
        "update gateway.login set secret_hash = '%s' where secret_hash = '%s'"
            .formatted(his.hash(), hers.hash()));

    assertThat(logins.take(his, login.secrets().state()).await().indefinitely()).isEmpty();
  }

  @Test
  void the_operator_is_told() throws SQLException {
    double before = refused();
    becomesVera();

    isNobody();

    assertThat(refused()).isGreaterThan(before);
  }

  @Test
  void its_end_is_told_but_not_in_her_name_R6() throws SQLException {
    var session =
        administrator
            .asks("select session_id from gateway.session where " + whose(mallory))
            .getFirst();
    var sid =
        administrator
            .asks("select provider_sid from gateway.session where " + whose(mallory))
            .getFirst();
    becomesVera();

    sessions.end(new EndedAtIssuer(sid, null)).await().indefinitely();

    Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.sessionId().toString().equals(session));
    assertThat(
            administrator.asks(
                "select 1 from gateway.outbox where payload::text like '%SIGNED_OUT%"
                    + vera.personId()
                    + "%'"))
        .isEmpty();
  }

  private void becomesVera() throws SQLException {
    administrator.changes(
        "update gateway.session set person_id = '%s' where %s"
            .formatted(vera.personId(), whose(mallory)));
  }

  private void isNobody() {
    assertThat(mallory.browser().gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
    assertThat(mallory.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(mallory.browser().changes("POST", "/auth/ticket", "").statusCode()).isEqualTo(401);
  }

  private Optional<UUID> ticketOf(Person person) {
    var answer = person.browser().changes("POST", "/auth/ticket", "");
    return Optional.ofNullable(new JsonObject(answer.body()).getString("ticket"))
        .flatMap(tickets::verify)
        .map(ticket -> ticket.personId());
  }

  private Optional<Session> find(Person person) {
    return sessions.find(BrowserSecret.of(person.browser().cookie())).await().indefinitely();
  }

  /** As it stands in the database; does not make the instance remember it. */
  private Session stored(Person person) {
    return pool.query("select" + SessionRows.COLUMNS + "from session where " + whose(person))
        .execute()
        .map(rows::sessions)
        .await()
        .indefinitely()
        .getFirst();
  }

  /** All but when the access token is renewed and when she is idle: neither says who she is. */
  private static List<Object> believed(Session session) {
    var tokens = session.tokens();
    return List.of(
        session.sessionId(),
        session.secretHash(),
        session.personId(),
        session.subject(),
        "" + session.providerSid(),
        session.endsAt(),
        tokens.access(),
        tokens.refresh(),
        tokens.refreshExpiresAt());
  }

  private double refused() {
    return metrics.find("samsnakk.gateway.sessions.refused").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static String whose(Person person) {
    return "person_id = '" + person.personId() + "'";
  }

  private static String hash(Person person) {
    return BrowserSecret.hash(person.browser().cookie());
  }

  private List<String> columnsBut(String... but) throws SQLException {
    return administrator
        .asks(
            "select column_name from information_schema.columns"
                + " where table_schema = 'gateway' and table_name = 'session' order by 1")
        .stream()
        .filter(column -> !List.of(but).contains(column))
        .toList();
  }
}
