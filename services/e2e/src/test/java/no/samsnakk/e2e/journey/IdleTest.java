package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Patient;
import no.samsnakk.e2e.signin.Welcome;
import no.samsnakk.e2e.stage.Journey;
import no.samsnakk.e2e.stage.Samsnakk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Per lays his phone down. Time is made to pass for him alone, in his session's row and on his
 * phone's clock: a shorter life for everybody would sign the others out who wait for their scene.
 */
@Journey(oneStory = true)
@Order(7)
class IdleTest {
  private static final String STAY = "Jeg er her fortsatt";
  private static final Duration ALMOST_AN_HOUR = Duration.ofMinutes(59);

  /** How much of a session is left when it is warned of its end. */
  private static final Duration SOON = Duration.ofSeconds(110);

  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  private static final Duration ENOUGH = Duration.ofSeconds(60);
  private static final Duration TO_SEE_IT_END = Duration.ofSeconds(12);

  private final Patient per;
  private final Samsnakk samsnakk;
  private String whose = "";

  IdleTest(Cast cast, Samsnakk samsnakk) {
    per = cast.per();
    this.samsnakk = samsnakk;
  }

  @BeforeAll
  void perLooksAtHisRooms() {
    per.isSignedIn();
    per.closesHerWindow();
    per.opensANewWindow().page().clock().install();
    per.opensMyRooms();
    whose = "session_id = '%s'".formatted(here().path("sessionId").asText());
  }

  @AfterAll
  void hisClockIsRightAgain() {
    per.closesHerWindow();
    per.opensANewWindow();
  }

  @Test
  @Order(1)
  void heIsToldInTimeAndLosesNothingOfTheScreen() {
    per.window().doesNotShow(stay());

    passesUntil(SOON);

    per.window().shows(stay());
    per.window().shows(per.window().title("Mine rom"));
    lastsAtTheServer(SOON);
    per.window().inspectAndPicture("staying");
  }

  @Test
  @Order(2)
  void whatHisPhoneAsksForByItselfKeepsHimNot() {
    lastsAtTheServer(SOON);
    String before = ask("select idle_ends_at::text from gateway.session where " + whose);

    hisRoomsAreAskedFor();

    assertThat(ask("select idle_ends_at::text from gateway.session where " + whose))
        .isEqualTo(before);
    per.window().shows(stay());
  }

  @Test
  @Order(3)
  void oneTapKeepsHim() {
    per.window().tap(stay());

    per.window().doesNotShow(stay());
    hasAnHourAgain();
  }

  @Test
  @Order(4)
  void soDoesOneKeyWhateverItIs() {
    passesUntil(SOON);
    per.window().shows(stay());

    per.window().page().keyboard().press("Shift");

    per.window().doesNotShow(stay());
    hasAnHourAgain();
  }

  @Test
  @Order(5)
  void whoDoesNothingIsOutAndIsToldWhy() {
    passesUntil(TO_SEE_IT_END);

    new Welcome(per.window()).saysThatTheSessionEnded("Det var stille her en stund");
    per.window().inspectAndPicture("ended-idle");
  }

  private Locator stay() {
    return per.window().button(STAY);
  }

  /** Once a minute, by itself. */
  private void hisRoomsAreAskedFor() {
    per.window()
        .page()
        .waitForResponse(
            answer -> answer.url().endsWith("/api/rooms"),
            new Page.WaitForResponseOptions().setTimeout(ENOUGH.toMillis()),
            () -> per.window().page().clock().fastForward(A_MINUTE.toMillis()));
  }

  /** At the server first: the phone asks it as soon as its own time has come. */
  private void passesUntil(Duration left) {
    lastsAtTheServer(left);
    await().atMost(ENOUGH).until(() -> lasting().path("secondsLeft").asLong() <= left.toSeconds());
    per.window().page().clock().fastForward(ALMOST_AN_HOUR.toMillis());
  }

  /** His phone asks only when the time that it was told of is over: so each scene has all of it. */
  private void lastsAtTheServer(Duration left) {
    ask(
        "update gateway.session set idle_ends_at = now() + interval '%d s' where %s returning 1"
            .formatted(left.toSeconds(), whose));
  }

  private void hasAnHourAgain() {
    assertThat(
            ask(
                "select idle_ends_at > now() + interval '59 min' from gateway.session where "
                    + whose))
        .isEqualTo("t");
  }

  private JsonNode lasting() {
    return per.asks("GET", "/auth/session", null);
  }

  private JsonNode here() {
    return per.asks("GET", "/auth/sessions", null).at("/sessions/0");
  }

  private String ask(String statement) {
    try (Connection connection =
            DriverManager.getConnection(samsnakk.superuserJdbcUrl("samsnakk"));
        Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery(statement)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
