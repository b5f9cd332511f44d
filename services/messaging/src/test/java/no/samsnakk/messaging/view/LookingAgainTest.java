package no.samsnakk.messaging.view;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6 without end: who reads a room again and again is in the log, and does not fill it. */
@QuarkusTest
@WithTestResource(World.class)
class LookingAgainTest extends RoomOfAre {
  private static final Duration WINDOW = Duration.ofSeconds(3);

  @Inject FoundOpen foundOpen;
  @Inject Outlasting outlasting;

  /** Stands, so that a window is over when the test says so and not when the machine is slow. */
  private final MovedClock clock =
      MovedClock.standingAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));

  @BeforeEach
  void stand() {
    QuarkusMock.installMockForType(clock, Clock.class);
  }

  @Test
  void R6_openings_greetings_and_pages_are_one_entry_and_a_count_that_is_told() {
    IntStream.rangeClosed(1, 4).forEach(i -> are.sends(room, "Nummer " + i));
    vera.pages(room, Map.of("limit", 1)).statusCode(200);
    for (int round = 0; round < 30; round++) {
      vera.pages(room, Map.of("limit", 1, "before", 2)).statusCode(200);
      vera.browser().forgets();
      vera.opens(room);
      are.sends(room, "Runde " + round);
      vera.sees("Runde " + round);
      greets(vera.browser());
    }
    vera.browser().looksAwayFrom(room);
    assertThat(views()).hasSize(1);

    passes();

    var told = heard(2);
    var first = told.getFirst();
    var all = told.getLast();
    assertThat(all.count()).isEqualTo(91);
    assertThat(all.viewId()).isEqualTo(first.viewId());
    assertThat(all.at()).isEqualTo(first.at());
    assertThat(all.agentOrganisationId()).isEqualTo(first.agentOrganisationId()).isNotNull();
    assertThat(all.until()).isNotNull();
    assertLogged(LongStream.rangeClosed(1, 1));
    assertLogged(LongStream.rangeClosed(4, 34));
  }

  @Test
  void R6_the_first_view_ends_in_the_log_when_it_ends() {
    are.sends(room, "Én");
    vera.opens(room);
    are.sends(room, "To");
    vera.sees("To");
    vera.browser().looksAwayFrom(room);

    var end = heard(2).getLast();
    assertThat(end.toSeq()).isEqualTo(2);
    assertThat(end.count()).isNull();
    passes();
    are.sends(room, "Tre");
    vera.opens(room);
    assertThat(heard(3).getLast().viewId()).isNotEqualTo(end.viewId());
  }

  @Test
  void R6_forty_at_once_are_one_entry_and_each_is_counted() {
    are.sends(room, "Hei");

    var all =
        IntStream.range(0, 40)
            .parallel()
            .map(i -> vera.pages(room, Map.of()).extract().statusCode());

    assertThat(all).containsOnly(200);
    passes();
    assertThat(heard(2).getLast().count()).isEqualTo(40);
  }

  @Test
  void R6_two_browsers_of_hers_never_stand_in_each_others_way() {
    are.sends(room, "Hei");
    var browsers = List.of(vera.connects(), vera.connects());
    for (int round = 0; round < 20; round++) {
      browsers.forEach(browser -> browser.says(new ClientFrame.Open(room, null)));
    }
    browsers.forEach(browser -> awaitAnswers(browser, 20));

    browsers.forEach(browser -> assertThat(browser.all(ServerFrame.Refused.class)).isEmpty());
    browsers.forEach(browser -> browser.looksAwayFrom(room));
    passes();
    await().until(() -> views().stream().anyMatch(entry -> entry.count() != null));
    assertThat(views().stream().filter(entry -> entry.count() != null).toList())
        .singleElement()
        .satisfies(entry -> assertThat(entry.count()).isEqualTo(40));
    assertThat(views()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void R6_a_counted_view_that_outlasts_its_window_stands_for_itself_from_then_on() {
    are.sends(room, "Én");
    vera.pages(room, Map.of());
    vera.opens(room);
    passes();
    assertThat(heard(2).getLast().count()).isEqualTo(2);

    result(outlasting.tell());

    var opened = heard(3).getLast();
    assertThat(opened.until()).isNull();
    are.sends(room, "To");
    vera.sees("To");
    vera.browser().looksAwayFrom(room);
    var closed = heard(4).getLast();
    assertThat(closed.viewId()).isEqualTo(opened.viewId());
    assertThat(closed.until()).isNotNull();
    assertThat(closed.toSeq()).isEqualTo(2);
    assertLogged(LongStream.rangeClosed(1, 2));
  }

  @Test
  void R6_what_ends_after_its_window_was_told_has_an_entry_of_its_own() {
    are.sends(room, "Én");
    vera.pages(room, Map.of());
    vera.opens(room);
    are.sends(room, "To");
    vera.sees("To");
    // Told by another instance meanwhile.
    Database.run("delete from messaging.viewing where room_id = ?", room);

    vera.browser().looksAwayFrom(room);

    assertThat(heard(2).getLast().toSeq()).isEqualTo(2);
  }

  @Test
  void R6_of_a_counted_view_that_a_crash_left_open_the_count_says_all_that_there_was() {
    are.sends(room, "Én");
    vera.pages(room, Map.of());
    vera.opens(room);
    are.sends(room, "To");
    vera.sees("To");
    dies();

    result(foundOpen.close());
    passes();

    var all = heard(2).getLast();
    assertThat(all.count()).isEqualTo(2);
    assertLogged(LongStream.rangeClosed(1, 2));
  }

  @Test
  void R6_and_if_its_window_was_told_before_it_was_found_it_has_an_entry_of_its_own() {
    are.sends(room, "Én");
    vera.pages(room, Map.of());
    vera.opens(room);
    are.sends(room, "To");
    vera.sees("To");
    dies();
    passes();
    heard(2);

    result(foundOpen.close());

    await().untilAsserted(() -> assertLogged(LongStream.rangeClosed(1, 2)));
  }

  @Test
  void R6_what_cannot_be_counted_is_not_shown() {
    are.sends(room, "Hemmelig");
    vera.connects();
    Database.run("revoke insert on messaging.viewing from samsnakk_messaging");
    try {
      vera.browser().says(new ClientFrame.Open(room, null));

      assertThat(vera.browser().hears(ServerFrame.Refused.class).code())
          .isEqualTo("log-unavailable");
      assertThat(vera.hasSeen("Hemmelig")).isFalse();
      vera.pages(room, Map.of()).statusCode(503);
    } finally {
      Database.run("grant insert on messaging.viewing to samsnakk_messaging");
    }
  }

  @Test
  void R6_what_is_refused_is_no_view() {
    vera.pages(room, Map.of()).statusCode(200);
    story.isRemovedSilently(vera, room);

    vera.pages(room, Map.of()).statusCode(404);

    assertThat(counted()).isEqualTo(1);
  }

  private void greets(Browser browser) {
    browser.forgets();
    browser.says(new ClientFrame.Hello(List.of(new ClientFrame.Resume(room, 0))));
    browser.hears(ServerFrame.Opened.class);
  }

  /** Her windows are over; whichever instance comes first tells of them. */
  private void passes() {
    clock.pass(WINDOW);
  }

  /** As if the instance had been gone for long: it leaves what is open to the others. */
  private void dies() {
    var dead = Ids.next();
    Database.run("insert into messaging.instance values (?, now() - interval '1 minute')", dead);
    Database.run(
        "update messaging.view_interval set instance_id = ?, closed_at = null"
            + " where room_id = ? and closed_at is null",
        dead,
        room);
  }

  private static void awaitAnswers(Browser browser, int asked) {
    await()
        .until(
            () ->
                browser.all(ServerFrame.Opened.class).size()
                        + browser.all(ServerFrame.Refused.class).size()
                    == asked);
  }

  private long counted() {
    return Database.ask(Long.class, "select count from messaging.viewing where room_id = ?", room)
        .getFirst();
  }

  /** Each of these messages lies inside the range of an entry that says that Vera had it. */
  private void assertLogged(LongStream seqs) {
    var views = views();
    assertThat(seqs)
        .allMatch(
            seq ->
                views.stream()
                    .filter(entry -> entry.fromSeq() != null && entry.toSeq() != null)
                    .anyMatch(entry -> entry.fromSeq() <= seq && seq <= entry.toSeq()));
  }

  private List<AuditRecorded> heard(int entries) {
    await().untilAsserted(() -> assertThat(views()).hasSize(entries));
    return views();
  }

  private List<AuditRecorded> views() {
    UUID hers = vera.personId();
    return story.wire.all(
        AuditRecorded.class,
        it -> it.action() == AuditAction.MESSAGES_VIEWED && it.agentId().equals(hers));
  }

  private static void result(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
