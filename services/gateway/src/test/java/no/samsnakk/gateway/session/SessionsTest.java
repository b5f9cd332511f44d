package no.samsnakk.gateway.session;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.gateway.world.People;
import no.samsnakk.gateway.world.Told;
import no.samsnakk.gateway.world.World;
import no.samsnakk.platform.id.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(World.class)
class SessionsTest {
  @Inject People people;
  @Inject Sessions sessions;
  @Inject Vault vault;

  @ConfigProperty(name = "test.superuser.url")
  String database;

  @Test
  void stand_in_the_database_without_anything_that_opens_one_R10() throws SQLException {
    var kari = people.signedIn();

    var everything = String.join("\n", ask("select row_to_json(s)::text from gateway.session s"));

    assertThat(everything).contains(kari.personId().toString());
    assertThat(everything)
        .doesNotContain(kari.browser().cookie())
        .doesNotContain(hex(kari.tokens().access()))
        .doesNotContain(hex(kari.tokens().refresh()));
  }

  @Test
  void cannot_use_each_others_tokens() {
    var sealed = vault.seal("token", "one session");

    assertThat(vault.open(sealed, "one session")).contains("token");
    assertThat(vault.open(sealed, "another session")).isEmpty();
  }

  @Test
  void that_were_sealed_with_another_key_are_over_and_say_so() throws SQLException {
    var kari = people.signedIn();
    ask("update gateway.session set tokens = '\\x00' || tokens returning 1");

    assertThat(kari.browser().gets("/auth/session").body()).isEqualTo("{\"signedIn\":false}");
    ask("update gateway.session set ends_at = now() returning 1");
    Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.personId().equals(kari.personId()));
  }

  @Test
  void end_by_themselves_and_say_so() {
    var kari = people.signedIn(Duration.ofSeconds(1));

    var told =
        Told.on(Topics.SESSIONS, SessionEnded.class, it -> it.personId().equals(kari.personId()));

    assertThat(told.cause()).isEqualTo(Cause.EXPIRED);
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(401);
  }

  @Test
  void that_another_instance_ended_are_soon_over_here_too() throws SQLException {
    var kari = people.signedIn();
    assertThat(kari.browser().gets("/api/rooms").statusCode()).isEqualTo(200);

    ask("delete from gateway.session where person_id = '" + kari.personId() + "' returning 1");

    await().until(() -> kari.browser().gets("/api/rooms").statusCode() == 401);
  }

  @Test
  void go_on_while_the_issuer_is_away() throws SQLException {
    var kari = people.signedIn();

    // The second question is only put when the first has come to its end.
    becomesDueAndIsAskedAbout(kari);
    becomesDueAndIsAskedAbout(kari);

    assertThat(kari.browser().gets("/auth/session").body()).contains("\"signedIn\":true");
    assertThat(ask("select 1 from gateway.session where " + whose(kari))).hasSize(1);
  }

  private void becomesDueAndIsAskedAbout(People.Person person) throws SQLException {
    ask("update gateway.session set asked_at = 'epoch' where " + whose(person) + " returning 1");
    var taken = "select 1 from gateway.session where asked_at > 'epoch' and " + whose(person);
    await().until(() -> ask(taken).size() == 1);
  }

  private static String whose(People.Person person) {
    return "person_id = '" + person.personId() + "'";
  }

  @Test
  void are_not_brought_back_by_a_read_that_was_under_way() {
    var kari = people.signedIn();
    var secret = BrowserSecret.of(kari.browser().cookie());
    var session = sessions.find(secret).await().indefinitely().orElseThrow();
    var reading = sessions.find(secret);

    sessions.end(session, Cause.LOGOUT).await().indefinitely();
    reading.await().indefinitely();

    assertThat(sessions.find(secret).await().indefinitely()).isEqualTo(Optional.empty());
  }

  @Test
  void are_ended_at_the_issuer_with_the_last_that_shares_the_session_there() {
    var sid = "sid-" + Ids.next();
    var first = session(people.signedInWith(sid));
    var last = session(people.signedInWith(sid));

    sessions.end(first, Cause.LOGOUT).await().indefinitely();
    assertThat(sessions.lastAtIssuer(List.of(first)).await().indefinitely()).isEmpty();

    sessions.end(last, Cause.LOGOUT).await().indefinitely();
    assertThat(sessions.lastAtIssuer(List.of(last)).await().indefinitely()).containsExactly(last);
  }

  private Session session(People.Person person) {
    var secret = BrowserSecret.of(person.browser().cookie());
    return sessions.find(secret).await().indefinitely().orElseThrow();
  }

  private List<String> ask(String query) throws SQLException {
    return new Administrator(database).asks(query);
  }

  private static String hex(String text) {
    return java.util.HexFormat.of()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
