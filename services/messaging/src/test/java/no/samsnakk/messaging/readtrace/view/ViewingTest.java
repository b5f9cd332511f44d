package no.samsnakk.messaging.readtrace.view;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.LostAnswer;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R6: nothing without a trace. */
@QuarkusTest
@WithTestResource(World.class)
class ViewingTest extends RoomOfAre {
  @Inject OrphanedViewCloser orphans;
  @Inject ViewOpenings views;

  @Test
  void R6_a_view_is_in_the_log_from_its_first_message_to_its_last() {
    are.sends(room, "Én");
    are.sends(room, "To");
    vera.opens(room);
    are.sends(room, "Tre");
    vera.sees("Tre");

    vera.browser().looksAwayFrom(room);

    var closed = closing(vera);
    assertThat(closed.fromSeq()).isEqualTo(1);
    assertThat(closed.toSeq()).isEqualTo(3);
    assertThat(closed.agentOrganisationId()).isNotNull();
    var opened =
        story.wire.hears(
            AuditRecorded.class, it -> closed.viewId().equals(it.viewId()) && it.until() == null);
    assertThat(opened.fromSeq()).isEqualTo(1);
    assertThat(opened.toSeq()).isEqualTo(2);
    assertThat(opened.at()).isEqualTo(closed.at()).isBeforeOrEqualTo(closed.until());
  }

  @Test
  void R6_after_looking_away_nothing_is_shown() {
    vera.opens(room);
    vera.browser().looksAwayFrom(room);

    are.sends(room, "Ser du?");

    vera.browser().hears(ServerFrame.Activity.class);
    assertThat(vera.hasSeen("Ser du?")).isFalse();
  }

  @Test
  void R6_a_view_ends_with_its_socket() {
    are.sends(room, "Hei");
    vera.opens(room);

    vera.browser().closes();

    assertThat(closing(vera).toSeq()).isEqualTo(1);
  }

  @Test
  void R6_a_view_ends_with_the_access() {
    are.sends(room, "Hei");
    vera.opens(room);

    story.withdraws(are, room);

    assertThat(closing(vera).toSeq()).isEqualTo(1);
  }

  @Test
  void R6_what_cannot_be_written_to_the_log_is_not_shown() {
    are.sends(room, "Hemmelig");
    vera.connects();
    Database.run("revoke insert on messaging.outbox from samsnakk_messaging");
    try {
      vera.browser().says(new ClientFrame.Open(room, null));

      assertThat(vera.browser().hears(ServerFrame.Refused.class).code())
          .isEqualTo("log-unavailable");
      assertThat(vera.hasSeen("Hemmelig")).isFalse();
      vera.pages(room, java.util.Map.of()).statusCode(503);
    } finally {
      Database.run("grant insert on messaging.outbox to samsnakk_messaging");
    }
    vera.opens(room);
  }

  @Test
  void R6_all_that_was_delivered_lies_inside_an_interval() {
    for (int round = 0; round < 5; round++) {
      vera.opens(room);
      are.sends(room, "Runde " + round);
      vera.sees("Runde " + round);
      vera.browser().looksAwayFrom(room);
      are.sends(room, "Mellom rundene " + round);
    }
    vera.opens(room);

    for (Entry message : vera.browser().live()) {
      assertThat(
              Database.ask(
                  UUID.class,
                  "select view_id from messaging.view_interval where room_id = ?"
                      + " and person_id = ? and ? between from_seq and to_seq",
                  room,
                  vera.personId(),
                  message.seq()))
          .isNotEmpty();
    }
  }

  @Test
  void R6_a_view_that_an_instance_left_open_when_it_died_is_closed_by_another() {
    isClosedAtTheLastMessage(1);
  }

  /** Somebody has written into the table: the log says no more than there can be. */
  @Test
  void R8_it_is_closed_where_the_room_ends_whatever_its_row_says() {
    isClosedAtTheLastMessage(9_007_199_254_740_991L);
  }

  /** What nobody takes in is told of none: what its row says is brought into bounds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775807, 1, now()",
        "-9223372036854775808, 1, now()",
        "1, -9223372036854775808, now()",
        "null, null, now()",
        "1, 1, 'infinity'",
        "1, 1, '-infinity'",
        "1, 1, '1999-01-01'"
      })
  void R6_a_row_that_was_spoiled_holds_up_no_other(String rangeAndOpening) {
    var dead = Ids.next();
    var spoiled = Ids.next();
    Database.run("insert into messaging.instance values (?, now() - interval '1 minute')", dead);
    Database.run(
        "insert into messaging.view_interval values (?, ?, ?, null, ?, %s, null, false)"
            .formatted(rangeAndOpening),
        room,
        spoiled,
        vera.personId(),
        dead);
    try {
      isClosedAtTheLastMessage(1);

      var entry = story.wire.hears(AuditRecorded.class, it -> spoiled.equals(it.viewId()));
      assertThat(entry.until()).isAfterOrEqualTo(entry.at());
    } finally {
      Database.run("delete from messaging.view_interval where view_id = ?", spoiled);
    }
  }

  private void isClosedAtTheLastMessage(long toSeq) {
    are.sends(room, "Én");
    are.sends(room, "To");
    var dead = Ids.next();
    var view = Ids.next();
    Database.run("insert into messaging.instance values (?, now() - interval '1 minute')", dead);
    Database.run(
        "insert into messaging.view_interval values (?, ?, ?, null, ?, 1, ?, now(), null, false)",
        room,
        view,
        vera.personId(),
        dead,
        toSeq);

    orphans.close().toCompletionStage().toCompletableFuture().join();

    var entry = story.wire.hears(AuditRecorded.class, it -> view.equals(it.viewId()));
    assertThat(entry.toSeq()).isEqualTo(2);
    assertThat(entry.until()).isNotNull();
    assertThat(entry.agentId()).isEqualTo(vera.personId());
  }

  @Test
  void R6_a_view_whose_opening_was_committed_unheard_is_closed() {
    are.sends(room, "Hemmelig");
    vera.connects();

    LostAnswer.of(
        () -> vera.browser().says(new ClientFrame.Open(room, null)),
        () -> !vera.browser().all(ServerFrame.Refused.class).isEmpty());

    assertThat(vera.browser().all(ServerFrame.Refused.class).getFirst().code())
        .isEqualTo("log-unavailable");
    assertThat(closing(vera).toSeq()).isZero();
    assertThat(vera.hasSeen("Hemmelig")).isFalse();
    assertThat(open(vera)).isEmpty();
  }

  @Test
  void R6_a_view_whose_ending_was_committed_unheard_has_ended_once() {
    are.sends(room, "Hei");
    vera.opens(room);

    LostAnswer.of(() -> vera.browser().looksAwayFrom(room), () -> open(vera).isEmpty());

    await().until(views::allClosed);
    assertThat(
            Database.ask(
                Long.class,
                "select count(*) from messaging.outbox"
                    + " where payload like ? and payload like '%\"until\"%'",
                "%" + vera.personId() + "%"))
        .containsExactly(1L);
  }

  private List<UUID> open(Person person) {
    return Database.ask(
        UUID.class,
        "select view_id from messaging.view_interval"
            + " where room_id = ? and person_id = ? and closed_at is null",
        room,
        person.personId());
  }

  @Test
  void R6_the_views_of_an_instance_that_lives_are_left_alone() {
    are.sends(room, "Hei");
    vera.opens(room);

    orphans.close().toCompletionStage().toCompletableFuture().join();

    are.sends(room, "Fortsatt her?");
    vera.sees("Fortsatt her?");
    assertThat(open(vera)).hasSize(1);
  }

  @Test
  void a_foreign_room_is_answered_like_one_that_does_not_exist() {
    var nils = story.person();

    assertThat(refusal(nils, new ClientFrame.Open(room, null))).isEqualTo("room-unknown");
    assertThat(refusal(nils, new ClientFrame.Open(Ids.next(), null))).isEqualTo("room-unknown");
    story.wire.hears(
        AuditRecorded.class,
        it -> it.agentId().equals(nils.personId()) && room.equals(it.roomId()));
  }

  @Test
  void what_does_not_exist_yet_cannot_be_resumed_from() {
    are.sends(room, "Hei");

    assertThat(refusal(vera, new ClientFrame.Open(room, 2L))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Open(room, -1L))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Open(room, Long.MAX_VALUE))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Open(room, Long.MIN_VALUE))).isEqualTo("seq-unknown");
    assertThat(vera.browser().opens(room, 1L).messages()).isEmpty();
  }

  @Test
  void R6_nobody_looks_at_everything_at_once_and_the_log_says_who_tried() {
    for (int i = 0; i < 5; i++) {
      vera.opens(story.room(vera));
    }

    assertThat(refusal(vera, new ClientFrame.Open(room, null))).isEqualTo("too-many-views");
    var entry = story.wire.hears(AuditRecorded.class, it -> "too-many-views".equals(it.code()));
    assertThat(entry.agentId()).isEqualTo(vera.personId());
    assertThat(entry.roomId()).isEqualTo(room);
  }

  @Test
  void of_forty_rooms_asked_for_at_once_no_more_are_opened_than_one_may_look_at() {
    var rooms = Stream.generate(() -> story.room(vera)).limit(40).toList();

    rooms.forEach(one -> vera.browser().says(new ClientFrame.Open(one, null)));

    assertThat(openedOf(vera, 40)).isEqualTo(5);
  }

  @Test
  void nor_are_they_by_one_hello_after_the_other() {
    for (int hello = 0; hello < 4; hello++) {
      var rooms = Stream.generate(() -> new ClientFrame.Resume(story.room(vera), 0)).limit(5);
      vera.browser().says(new ClientFrame.Hello(rooms.toList()));
    }

    assertThat(openedOf(vera, 20)).isEqualTo(5);
  }

  /** How many of so many rooms were opened, once each has been answered. */
  private static int openedOf(Person person, int asked) {
    var browser = person.browser();
    await()
        .until(
            () ->
                browser.all(ServerFrame.Opened.class).size()
                        + browser.all(ServerFrame.Refused.class).size()
                    == asked);
    return browser.all(ServerFrame.Opened.class).size();
  }

  private static String refusal(Person person, ClientFrame frame) {
    person.browser().forgets();
    person.browser().says(frame);
    return person.browser().hears(ServerFrame.Refused.class).code();
  }

  private AuditRecorded closing(Person person) {
    return story.wire.hears(
        AuditRecorded.class,
        it ->
            it.action() == AuditAction.MESSAGES_VIEWED
                && it.agentId().equals(person.personId())
                && it.until() != null);
  }
}
