package no.samsnakk.gateway.issuer;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import no.samsnakk.gateway.world.IssuerStandIn;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.World;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer is there, and takes its time or says no. */
@QuarkusTest
@WithTestResource(value = World.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@TestProfile(StandInIssuerTest.Patient.class)
class StandInIssuerTest {
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject People people;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @ConfigProperty(name = "samsnakk.issuer")
  String issuerAddress;

  private IssuerStandIn issuer;

  @BeforeEach
  void itIsThere() throws IOException {
    issuer = IssuerStandIn.that(issuerAddress, AT_ONCE);
  }

  @AfterEach
  void itIsGone() {
    issuer.close();
  }

  @Test
  void all_the_others_are_ended_there_several_at_a_time_and_one_that_is_refused_stops_none() {
    var kari = people.signedIn();
    var others = Stream.generate(() -> people.signedInAgain(kari.personId(), "")).limit(9).toList();

    var answer = kari.browser().changes("DELETE", "/auth/sessions/others", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(others).allMatch(it -> it.browser().gets("/api/rooms").statusCode() == 401);
    assertThat(issuer.endsAsked()).isEqualTo(9);
    assertThat(issuer.mostEndsAtOnce()).isEqualTo(AT_ONCE);
  }

  @Test
  void what_the_person_does_while_her_token_is_renewed_is_answered_with_her_new_time()
      throws SQLException {
    var kari = people.signedIn();
    var whose = "person_id = '" + kari.personId() + "'";
    ask(
        "update gateway.session set access_expires_at = now() + interval '20 s',"
            + " idle_ends_at = now() + interval '1 min' where "
            + whose
            + " returning 1");
    var looking = CompletableFuture.supplyAsync(() -> kari.browser().gets("/api/rooms"));
    await().until(() -> issuer.tokensAsked() == 1);

    var acting =
        CompletableFuture.supplyAsync(
            () -> kari.browser().changes("POST", "/auth/activity", "").body());
    var renewed = "select idle_ends_at > now() + interval '59 min' from gateway.session where ";
    await().until(() -> ask(renewed + whose).equals("t"));
    issuer.givesTokens();

    assertThat(acting.join()).matches(".*\"secondsLeft\":3[56]\\d\\d.*");
    assertThat(looking.join().statusCode()).isEqualTo(200);
    assertThat(kari.browser().gets("/auth/session").body())
        .matches(".*\"secondsLeft\":3[56]\\d\\d.*");
  }

  @Test
  void a_session_whose_grant_is_over_ends() throws SQLException {
    issuer.answersTokens(400, "{\"error\": \"invalid_grant\"}");
    var kari = signedInWithATokenThatIsOver();

    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(401);

    assertThat(sessionsOf(kari)).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "401, {\"error\": \"invalid_client\"}",
        "400, {\"error\": \"unauthorized_client\"}",
        "400, {\"error\": \"something_new\"}",
        "400, {}",
        "404, {}",
        "429, {\"error\": \"invalid_grant\"}",
        "500, {\"error\": \"invalid_grant\"}",
        "503, busy",
        "302, {}",
        "200, {}",
        "200, {\"access_token\": \"a\"}"
      })
  void whatever_else_it_says_ends_no_session(int status, String answer) throws SQLException {
    issuer.answersTokens(status, answer);
    var kari = signedInWithATokenThatIsOver();

    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(503);

    issuer.givesTokens();
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
  }

  /** RFC 6749, section 6: then the old one is good still. */
  @Test
  void an_issuer_may_give_no_new_refresh_token() throws SQLException {
    issuer.answersTokens(
        200, "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 300}");
    var kari = signedInWithATokenThatIsOver();

    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);

    assertThat(issuer.tokensAsked()).isEqualTo(1);
  }

  private People.Person signedInWithATokenThatIsOver() throws SQLException {
    var kari = people.signedIn();
    ask(
        "update gateway.session set access_expires_at = now() - interval '1 s'"
            + " where person_id = '%s' returning 1".formatted(kari.personId()));
    return kari;
  }

  private String sessionsOf(People.Person person) throws SQLException {
    var whose = "select count(*) from gateway.session where person_id = '%s'";
    return ask(whose.formatted(person.personId()));
  }

  /** Or those that have to be there at once might be given up before the last has come. */
  public static class Patient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("samsnakk.client.patience", PATIENCE.toSeconds() + "s");
    }
  }

  private String ask(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var asked = connection.createStatement();
        var rows = asked.executeQuery(statement)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
