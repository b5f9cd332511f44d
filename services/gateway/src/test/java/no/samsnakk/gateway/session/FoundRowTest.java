package no.samsnakk.gateway.session;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import no.samsnakk.contracts.database.BentEquality;
import no.samsnakk.gateway.issuer.EndedAtIssuer;
import no.samsnakk.gateway.issuer.Tokens;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.People.Person;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Mallory administers the database and has it find Vera's row where his is asked for. Her row is
 * whole, and not what was asked for. Both are signed in.
 */
@QuarkusTest
@WithTestResource(World.class)
class FoundRowTest {
  private static final String GATEWAY = "samsnakk_gateway";

  @Inject People people;
  @Inject SessionRows rows;
  @Inject Pool pool;
  @Inject FreshTokens fresh;
  @Inject Activity activity;
  @Inject OwnSessions own;
  @Inject Sessions sessions;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  private BentEquality bent;
  private Person mallory;
  private Person vera;
  private Session his;
  private Session hers;

  @BeforeEach
  void bothAreSignedIn() {
    mallory = people.signedIn();
    vera = people.signedIn();
    his = sessionOf(mallory);
    hers = sessionOf(vera);
  }

  @AfterEach
  void equalityIsWhatItWas() throws SQLException {
    bent.close();
    theGatewayIsBack();
  }

  @Test
  void R10_his_cookie_does_not_open_her_session() throws SQLException {
    bent = BentEquality.ofTexts(database, GATEWAY, his.secretHash(), hers.secretHash());
    theGatewayIsBack();

    assertThat(mallory.browser().gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
    assertThat(mallory.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
    assertThat(mallory.browser().changes("POST", "/auth/ticket", "").statusCode()).isEqualTo(401);
  }

  @Test
  void R10_his_session_does_not_get_her_tokens() throws SQLException {
    bendIds(his.sessionId(), hers.sessionId());

    assertThatThrownBy(() -> fresh.of(expired(his)).await().indefinitely())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void R10_what_he_does_does_not_make_his_session_hers() throws SQLException {
    bendIds(his.sessionId(), hers.sessionId());

    assertThat(activity.of(his).await().indefinitely()).isEmpty();
  }

  @Test
  void R10_he_is_not_shown_her_sessions() throws SQLException {
    bendIds(his.personId(), hers.personId());

    assertThat(own.of(his).await().indefinitely()).isEmpty();
  }

  @Test
  void R6_her_session_that_he_ends_does_not_end_in_her_name() throws SQLException {
    bendIds(his.personId(), hers.personId());

    assertThat(own.end(his, hers.sessionId()).await().indefinitely()).hasSize(1);

    assertThatSheHasNotSignedOut();
  }

  @Test
  void R6_nor_does_one_that_he_ends_by_ending_his_at_the_issuer() throws SQLException {
    bent = BentEquality.ofTexts(database, GATEWAY, his.providerSid(), hers.providerSid());
    theGatewayIsBack();

    var his = new EndedAtIssuer(this.his.providerSid(), null);
    assertThat(sessions.end(his).await().indefinitely()).isOne();

    assertThatSheHasNotSignedOut();
  }

  @Test
  void R6_nor_do_all_that_he_ends_by_ending_all_of_his_there() throws SQLException {
    bent = BentEquality.ofTexts(database, GATEWAY, his.subject(), hers.subject());
    theGatewayIsBack();

    var all = new EndedAtIssuer(null, his.subject());
    assertThat(sessions.end(all).await().indefinitely()).isOne();

    assertThatSheHasNotSignedOut();
  }

  private void assertThatSheHasNotSignedOut() {
    assertThat(
            pool.query(
                    "select from outbox where payload::text like '%SIGNED_OUT%"
                        + vera.personId()
                        + "%'")
                .execute()
                .await()
                .indefinitely())
        .isEmpty();
  }

  @Test
  void R10_the_operator_is_told() throws SQLException {
    double before = unasked();
    bendIds(his.personId(), hers.personId());

    // A line in ten seconds, whichever session the last is.
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              assertThat(own.of(his).await().indefinitely()).isEmpty();
              var last = "the last is %s.".formatted(hers.sessionId());
              return Files.readAllLines(Path.of(World.LOG_FILE)).stream()
                  .anyMatch(line -> line.contains("SAMS00612") && line.contains(last));
            });
    assertThat(unasked()).isGreaterThan(before);
  }

  private double unasked() {
    return metrics.counter("samsnakk.gateway.sessions.unasked").count();
  }

  private void bendIds(UUID asked, UUID found) throws SQLException {
    bent = BentEquality.ofIds(database, GATEWAY, asked, found);
    theGatewayIsBack();
  }

  /** Its connections were closed. */
  private void theGatewayIsBack() {
    await().until(() -> people.signedIn().browser().gets("/auth/session").statusCode() == 200);
  }

  private static Session expired(Session session) {
    var tokens = session.tokens();
    return session.with(
        new Tokens(
            tokens.access(), session.startedAt(), tokens.refresh(), tokens.refreshExpiresAt()));
  }

  /** As it stands in the database; does not make the instance remember it. */
  private Session sessionOf(Person person) {
    return pool.query(
            "select %s from session where person_id = '%s'"
                .formatted(SessionRows.COLUMNS, person.personId()))
        .execute()
        .map(rows::sessions)
        .await()
        .indefinitely()
        .getFirst();
  }
}
