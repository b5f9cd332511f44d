package no.samsnakk.notifications.webpush;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import no.samsnakk.notifications.story.Browser;
import no.samsnakk.notifications.story.Person;
import no.samsnakk.notifications.story.Story;
import no.samsnakk.notifications.story.World;
import no.samsnakk.platform.audittrail.TraceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class SubscriptionTest {
  /** Waits for a row that somebody else holds, or for the turn that is somebody else's. */
  private static final String WAITING =
      "pg_locks where not granted and locktype in ('transactionid', 'tuple', 'advisory')";

  @Inject TraceConfig traces;

  private final Story story = new Story();
  private final Person vera = story.person("Vera Veileder");

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void the_key_is_a_point_that_a_browser_can_subscribe_with() {
    vera.asksForTheKey().statusCode(200).body("publicKey", matchesPattern("B[A-Za-z0-9_-]{86}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "http://127.0.0.1:9084/q/metrics",
        "https://169.254.169.254/latest/meta-data",
        "http://a.push.example/x",
        "https://a.push.example:8443/x",
        "https://a.push.example@evil.example/x",
        "https://user:secret@a.push.example/x",
        "https://apush.example/x",
        "https://push.example/x",
        "https://evil.example/a.push.example",
        "https://a.push.example.evil.example/x",
        "https://a.push.example\\.evil.example/x",
        "//a.push.example/x",
        "file:///etc/passwd",
        "ftp://a.push.example/x",
        "https://[::1]/x",
        "https://a.push.example/x#fragment",
        "not an address"
      })
  void an_address_at_no_push_service_is_refused(String endpoint) {
    vera.subscribes(endpoint)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("push-endpoint-refused"));
    assertThat(browsersOf(vera)).isZero();
  }

  @Test
  void so_is_one_that_is_too_long() {
    vera.subscribes("https://a.push.example/" + "x".repeat(2_000)).statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.push.example/x", "https://B.Push.Example:443/y?z=1"})
  void one_at_a_push_service_is_taken(String endpoint) {
    vera.subscribes(endpoint).statusCode(204);
    assertThat(browsersOf(vera)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "short,BTBZMqHH6r4Tts7J_aSIgg",
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4,x",
    "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,"
        + "BTBZMqHH6r4Tts7J_aSIgg"
  })
  void keys_that_are_none_are_refused(String p256dh, String auth) {
    vera.subscribes("https://a.push.example/x", Map.of("p256dh", p256dh, "auth", auth))
        .statusCode(400)
        .body("code", equalTo("invalid-request"));
  }

  @Test
  void a_repeat_changes_nothing() {
    vera.subscribes("https://a.push.example/same").statusCode(204);
    vera.subscribes("https://a.push.example/same").statusCode(204);

    assertThat(browsersOf(vera)).isOne();
  }

  @Test
  void a_browser_that_changes_hands_belongs_to_who_came_last() {
    var per = story.person("Per Eksempel");
    vera.subscribes("https://a.push.example/shared").statusCode(204);

    per.subscribes("https://a.push.example/shared").statusCode(204);

    assertThat(browsersOf(vera)).isZero();
    assertThat(browsersOf(per)).isOne();
  }

  @Test
  void nobody_can_say_no_for_somebody_else() {
    var per = story.person("Per Eksempel");
    var browser = vera.subscribesInABrowser("well");

    per.unsubscribes(browser).statusCode(204);

    assertThat(browsersOf(vera)).isOne();
  }

  @Test
  void of_eleven_browsers_the_oldest_is_forgotten() {
    for (int i = 0; i < 11; i++) {
      vera.subscribesInABrowser("well");
    }

    assertThat(browsersOf(vera)).isEqualTo(10);
  }

  @Test
  void of_two_that_come_at_once_neither_is_one_too_many() throws SQLException {
    for (int i = 0; i < 10; i++) {
      vera.subscribesInABrowser("well");
    }
    List<CompletableFuture<Browser>> arriving;
    try (var connection = Story.superuser()) {
      // Neither can forget a browser, until both are on their way.
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute(
              "select from notifications.subscription where person_id = '%s' for update"
                  .formatted(vera.personId()));
      arriving =
          Stream.generate(
                  () ->
                      supplyAsync(
                          () -> vera.subscribesInABrowser("well"), Thread::startVirtualThread))
              .limit(2)
              .toList();
      Story.eventually(() -> Story.count(WAITING) == 2);
      connection.rollback();
    }

    arriving.forEach(CompletableFuture::join);

    assertThat(browsersOf(vera)).isEqualTo(10);
  }

  @Test
  void no_other_service_keeps_a_browser_from_being_remembered() throws Exception {
    try (var other = Story.superuser()) {
      var jdbc = other.createStatement();
      jdbc.execute("set session authorization samsnakk_audit");
      jdbc.execute(
          "select pg_advisory_lock(hashtextextended('samsnakk-browsers-%s', 0))"
              .formatted(vera.personId()));

      var arriving =
          supplyAsync(() -> vera.subscribesInABrowser("well"), Thread::startVirtualThread);

      Story.eventually(() -> browsersOf(vera) == 1);
      arriving.join();
      assertThatThrownBy(() -> jdbc.execute("select from notifications.turn for update"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void R6_saying_yes_and_saying_no_are_in_the_log_and_what_a_browser_repeats_is_not() {
    vera.subscribes("https://a.push.example/logged").statusCode(204);
    vera.subscribes("https://a.push.example/logged").statusCode(204);
    assertThat(tracesOf(vera)).containsExactly("PUSH_SUBSCRIBED");

    vera.unsubscribes(new Browser("https://a.push.example/logged")).statusCode(204);
    vera.unsubscribes(new Browser("https://a.push.example/logged")).statusCode(204);
    assertThat(tracesOf(vera)).containsExactly("PUSH_SUBSCRIBED", "PUSH_UNSUBSCRIBED");
  }

  @Test
  void R6_who_takes_a_browser_over_stands_in_the_log_with_whose_it_was() {
    var per = story.person("Per Eksempel");
    vera.subscribes("https://a.push.example/taken").statusCode(204);

    per.subscribes("https://a.push.example/taken").statusCode(204);

    assertThat(tracesOf(per)).containsExactly("PUSH_UNSUBSCRIBED", "PUSH_SUBSCRIBED");
    assertThat(
            Story.count(
                "notifications.outbox where payload::jsonb #>> '{data,concerns}' = '%s'"
                    .formatted(vera.personId())))
        .isOne();
  }

  @Test
  void R6_the_browser_that_is_forgotten_for_a_newer_one_is_in_the_log() {
    for (int i = 0; i < 11; i++) {
      vera.subscribesInABrowser("well");
    }

    assertThat(tracesOf(vera)).hasSize(12).last().isEqualTo("PUSH_UNSUBSCRIBED");
  }

  @Test
  void R6_saying_yes_and_no_in_turn_leaves_no_more_than_the_budget_and_no_is_never_refused() {
    var began = System.nanoTime();
    var kept = new Browser("https://a.push.example/kept");
    vera.subscribes(kept.endpoint()).statusCode(204);

    var again = new Browser("https://a.push.example/again");
    for (int i = 0; i < traces.burst(); i++) {
      vera.subscribes(again.endpoint()).statusCode(oneOf(204, 429));
      vera.unsubscribes(again).statusCode(204);
    }

    vera.unsubscribes(kept).statusCode(204);
    double minutes = 1 + Duration.ofNanos(System.nanoTime() - began).toSeconds() / 60.0;
    assertThat(tracesOf(vera).stream().filter(action -> action.startsWith("PUSH_")).count())
        .isLessThanOrEqualTo((long) (traces.burst() + minutes * traces.perMinute()));
  }

  @Test
  void R6_where_the_log_cannot_be_written_nothing_changes() {
    Story.asSuperuser("revoke insert on notifications.outbox from samsnakk_notifications");
    try {
      vera.subscribes("https://a.push.example/unwritten").statusCode(500);
    } finally {
      Story.asSuperuser("grant insert on notifications.outbox to samsnakk_notifications");
    }
    assertThat(browsersOf(vera)).isZero();
  }

  @Test
  void who_is_not_signed_in_gets_nothing() {
    RestAssured.get("/api/notifications/web-push-key").then().statusCode(401);
  }

  private static long browsersOf(Person person) {
    return Story.count(
        "notifications.subscription where person_id = '%s'".formatted(person.personId()));
  }

  private static List<String> tracesOf(Person person) {
    return Story.texts(
        """
        select payload::jsonb #>> '{data,action}' from notifications.outbox
        where topic = 'samsnakk.audit.v1' and key = '%s' order by id"""
            .formatted(person.personId()));
  }
}
