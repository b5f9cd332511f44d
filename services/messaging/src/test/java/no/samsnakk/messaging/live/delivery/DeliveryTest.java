package no.samsnakk.messaging.live.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Part;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;
import no.samsnakk.contracts.event.RoomChanged.Status;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.Story;
import no.samsnakk.messaging.story.Texts;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R3: live delivery is a hint, history is the truth. R4: no is no. */
@QuarkusTest
@WithTestResource(World.class)
class DeliveryTest {
  private Story story;
  private Person are;
  private Person vera;
  private Person frida;
  private UUID room;

  @BeforeEach
  void begin() {
    story = new Story();
    are = story.person();
    vera = story.person();
    frida = story.person();
    room = story.room(are, vera, frida);
  }

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void what_another_instance_has_committed_is_seen_here_once() {
    are.sends(room, "Hei");
    vera.opens(room);

    var told = OtherInstance.commits(room, are, "Fra den andre siden");
    story.tell(told);
    vera.sees("Fra den andre siden");
    story.tell(told);

    are.sends(room, "Og så videre");
    vera.sees("Og så videre");
    assertThat(vera.browser().live()).extracting(Entry::seq).containsExactly(2L, 3L);
  }

  @Test
  void what_another_instance_has_committed_is_seen_here_although_kafka_tells_nothing() {
    are.sends(room, "Hei");
    vera.opens(room);
    frida.connects();

    OtherInstance.commits(room, are, "Kafka er nede");

    vera.sees("Kafka er nede");
    frida.browser().hears(ServerFrame.Activity.class, activity -> activity.lastSeq() == 2);
  }

  @Test
  void R3_a_gap_is_filled_before_what_lies_behind_it_goes_out() {
    are.sends(room, "Én");
    vera.opens(room);

    OtherInstance.commits(room, are, "To");
    OtherInstance.commits(room, are, "Tre");
    are.sends(room, "Fire");

    vera.sees("Fire");
    assertThat(vera.browser().live()).extracting(Entry::seq).containsExactly(2L, 3L, 4L);
  }

  @Test
  void R3_a_client_that_was_away_resumes_all_its_rooms_in_one_round_trip() {
    var other = story.room(vera, are);
    LongStream.rangeClosed(1, 5).forEach(i -> are.sends(room, "Rom én, " + i));
    LongStream.rangeClosed(1, 3).forEach(i -> are.sends(other, "Rom to, " + i));
    var browser = vera.browser();
    browser.forgets();

    browser.says(
        new ClientFrame.Hello(
            List.of(new ClientFrame.Resume(room, 2), new ClientFrame.Resume(other, 3))));

    var first = browser.hears(ServerFrame.Opened.class, it -> it.roomId().equals(room));
    var second = browser.hears(ServerFrame.Opened.class, it -> it.roomId().equals(other));
    assertThat(first.messages()).extracting(Entry::seq).containsExactly(3L, 4L, 5L);
    assertThat(first.more()).isFalse();
    assertThat(second.messages()).isEmpty();
    assertThat(browser.hears(ServerFrame.Welcome.class).rooms())
        .extracting(ServerFrame.RoomPosition::lastSeq)
        .containsExactlyInAnyOrder(5L, 3L);
    are.sends(other, "Live igjen");
    vera.sees("Live igjen");
  }

  @Test
  void R3_a_client_that_was_away_for_long_gets_the_newest_and_pages_for_the_rest() {
    for (int i = 0; i < 260; i++) {
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Melding " + i));
    }
    are.browser().hears(ServerFrame.Accepted.class, answer -> answer.seq() == 260);

    var opened = vera.browser().opens(room, 1L);

    assertThat(opened.more()).isTrue();
    assertThat(opened.messages())
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(211, 260).boxed().toList());
  }

  @Test
  void R9_what_was_taken_back_before_it_is_looked_at_is_shown_without_its_words() {
    are.sends(room, "Hei");
    are.opens(room);
    vera.opens(room);

    OtherInstance.commitsAndTakesBack(room, vera, "I feil rom");

    for (var person : List.of(are, vera)) {
      var browser = person.browser();
      browser.hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 3);
      assertThat(browser.live()).extracting(Entry::seq).endsWith(2L, 3L);
      assertThat(browser.hasSeen("I feil rom")).isFalse();
    }
  }

  @Test
  void R4_a_withdrawal_closes_the_conversation_of_everybody_but_the_patient() {
    are.opens(room);
    vera.opens(room);
    frida.connects();

    story.withdraws(are, room);

    assertThat(vera.browser().hears(ServerFrame.Closed.class))
        .isEqualTo(new ServerFrame.Closed(room, "consent-withdrawn"));
    assertThat(are.browser().hears(ServerFrame.AccessChanged.class))
        .isEqualTo(new ServerFrame.AccessChanged(room, 2));
    // She has no conversation open, and another page of the room perhaps.
    assertThat(frida.browser().hears(ServerFrame.Closed.class))
        .isEqualTo(new ServerFrame.Closed(room, "consent-withdrawn"));
    are.browser().hearsAllThatIsComing();
    assertThat(are.browser().all(ServerFrame.Closed.class)).isEmpty();
  }

  @Test
  void whom_the_patient_shows_out_is_told_so_and_who_has_left_only_that_it_is_over() {
    vera.opens(room);
    frida.opens(room);

    story.isRemovedSilently(frida, room);
    assertThat(frida.browser().hears(ServerFrame.Closed.class))
        .isEqualTo(new ServerFrame.Closed(room, "access-withdrawn"));
    story.showsOut(are, vera, room);
    assertThat(vera.browser().hears(ServerFrame.Closed.class))
        .isEqualTo(new ServerFrame.Closed(room, "seat-removed"));
  }

  @Test
  void R4_who_is_shown_out_gets_nothing_more_of_what_is_said() {
    // Or her socket would be closed.
    story.room(frida, vera);
    vera.opens(room);
    are.opens(room);

    story.showsOut(are, vera, room);
    vera.browser().hears(ServerFrame.Closed.class);
    are.sends(room, "Nå er hun ute");

    vera.browser().hearsAllThatIsComing();
    assertThat(vera.browser().all(ServerFrame.EntryFrame.class)).isEmpty();
  }

  @Test
  void R4_a_withdrawal_that_nobody_tells_of_bites_all_the_same() {
    vera.opens(room);

    story.withdrawsSilently(room);

    vera.browser().hears(ServerFrame.Closed.class);
  }

  @Test
  void who_has_lost_her_last_room_loses_her_sockets_and_nobody_else_does() {
    var other = story.room(frida, are);
    are.opens(room);
    vera.opens(room);
    frida.opens(other);

    story.withdraws(are, room);

    assertThat(vera.browser().isClosedWith()).isEqualTo(4403);
    assertThat(vera.browser().all(ServerFrame.Closed.class)).hasSize(1);
    frida.browser().hears(ServerFrame.Closed.class, closed -> closed.roomId().equals(room));
    frida.sends(other, "Jeg er her ennå");
    assertThat(are.browser().isOpen()).isTrue();
    assertThat(vera.connects().hears(ServerFrame.Welcome.class).rooms()).isEmpty();
  }

  @Test
  void whose_sockets_end_has_been_told_of_each_of_her_rooms_why() throws InterruptedException {
    var other = story.room(are, vera);
    vera.opens(room);
    story.withdraws(are, other);
    vera.browser().hears(ServerFrame.Closed.class, closed -> closed.roomId().equals(other));

    // Just before her sockets would end for the other one; nobody tells of this one for a while.
    Thread.sleep(900);
    story.withdrawsSilently(room);

    vera.browser().hears(ServerFrame.Closed.class, closed -> closed.roomId().equals(room));
    assertThat(vera.browser().isClosedWith()).isEqualTo(4403);
  }

  @Test
  void R4_whom_a_block_has_taken_her_right_from_hears_no_more_before_it_has_visited_the_room() {
    var other = story.room(are, vera);
    are.opens(room);
    vera.opens(room);
    vera.opens(other);
    story.blocksSilently(are, vera);

    for (var lost : List.of(room, other)) {
      assertThat(
              vera.browser()
                  .hears(ServerFrame.Closed.class, closed -> closed.roomId().equals(lost))
                  .code())
          .isEqualTo("seat-removed");
    }
    are.sends(room, "Etter blokkeringen");
    assertThat(vera.browser().isClosedWith()).isEqualTo(4403);
    assertThat(vera.browser().live()).isEmpty();
    // R9: a removal is told to the others once, with a new epoch; so is a block, by its visit.
    assertThat(are.browser().all(ServerFrame.AccessChanged.class)).isEmpty();
  }

  @Test
  void R1_whoever_is_only_asked_about_hears_nothing_of_what_goes_on() {
    var sara = story.person();
    story.asksAbout(room, sara);
    are.opens(room);
    sara.connects().hears(ServerFrame.Welcome.class);

    story.letsIn(room, are, story.person());

    are.browser().hears(ServerFrame.AccessChanged.class);
    sara.browser().hearsAllThatIsComing();
    assertThat(sara.browser().all(ServerFrame.AccessChanged.class)).isEmpty();
    assertThat(sara.browser().all(ServerFrame.Closed.class)).isEmpty();
  }

  @Test
  void R1_who_proposed_the_room_and_was_shown_out_hears_no_more_of_it() {
    story.isRemovedSilently(vera, room);
    are.opens(room);
    vera.connects().hears(ServerFrame.Welcome.class);

    story.tell(changed(room, 9, Status.ACTIVE, SeatStatus.REMOVED));

    are.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 9);
    vera.browser().hearsAllThatIsComing();
    assertThat(vera.browser().all(ServerFrame.AccessChanged.class)).isEmpty();
  }

  @Test
  void whoever_proposed_a_room_hears_what_becomes_of_her_proposal() {
    var proposed = Ids.next();
    vera.connects().hears(ServerFrame.Welcome.class);

    story.tell(changed(proposed, 1, Status.PROPOSED, SeatStatus.PROPOSED));
    vera.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 1);
    story.tell(changed(proposed, 2, Status.DECLINED, SeatStatus.DECLINED));
    vera.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 2);
    story.tell(changed(proposed, 3, Status.RETRACTED, SeatStatus.REMOVED));
    vera.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 3);
  }

  /** Told of a room that Vera has proposed to Are; of what he may read there it says nothing. */
  private RoomChanged changed(UUID roomId, long epoch, Status status, SeatStatus proposers) {
    var seat =
        new RoomChanged.Seat(
            Ids.next(), vera.personId(), Ids.next(), Part.HELPER, proposers, false, false);
    return new RoomChanged(
        roomId,
        epoch,
        RoomChanged.Change.SEAT_APPROVED,
        status,
        are.personId(),
        vera.personId(),
        are.personId(),
        null,
        List.of(seat));
  }

  @Test
  void R4_what_was_committed_after_the_removal_does_not_reach_the_one_removed() {
    are.opens(room);
    vera.opens(room);
    are.sends(room, "Før");
    vera.sees("Før");

    story.isRemovedSilently(vera, room);
    are.sends(room, "Etter");

    are.sees("Etter");
    vera.browser().hears(ServerFrame.Closed.class);
    assertThat(vera.hasSeen("Etter")).isFalse();
  }

  @Test
  void R4_also_when_another_instance_commits_it_and_kafka_tells_of_it_first() {
    are.sends(room, "Før");
    are.opens(room);
    vera.opens(room);

    story.isRemovedSilently(vera, room);
    story.tell(OtherInstance.commits(room, are, "Etter"));

    are.sees("Etter");
    vera.browser().hears(ServerFrame.Closed.class);
    assertThat(vera.hasSeen("Etter")).isFalse();
  }

  @Test
  void R4_a_removal_in_the_middle_of_a_storm_of_messages() {
    are.opens(room);
    vera.opens(room);
    for (int i = 0; i < 400; i++) {
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Melding " + i));
      if (i == 200) {
        are.browser().hears(ServerFrame.Accepted.class);
        story.isRemovedSilently(vera, room);
      }
    }

    are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 400);
    vera.browser().hears(ServerFrame.Closed.class);
    vera.browser().hearsAllThatIsComing();
    assertThat(are.browser().live()).extracting(it -> it.envelope().accessEpoch()).contains(1L, 2L);
    assertThat(vera.browser().live())
        .extracting(it -> it.envelope().accessEpoch())
        .containsOnly(1L);
    assertThat(vera.browser().live())
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(1, vera.browser().live().size()).boxed().toList());
  }

  @Test
  void one_who_is_let_in_is_told_how_far_the_room_has_come() {
    var sara = story.person();
    sara.connects().hears(ServerFrame.Welcome.class);
    are.opens(room);
    are.sends(room, "Dette var før henne");

    story.letsIn(room, are, sara);

    var told = sara.browser().hears(ServerFrame.Position.class).room();
    assertThat(told.roomId()).isEqualTo(room);
    assertThat(told.lastSeq()).isEqualTo(1);
    assertThat(told.readSeq()).isZero();
    assertThat(told.lastAt()).isNotNull();
    are.browser().hearsAllThatIsComing();
    assertThat(are.browser().all(ServerFrame.Position.class)).isEmpty();
  }

  @Test
  void where_the_database_does_not_say_how_far_it_is_asked_again() {
    var sara = story.person();
    sara.connects().hears(ServerFrame.Welcome.class);
    Database.run("revoke select on messaging.read_mark from samsnakk_messaging");
    try {
      story.letsIn(room, are, sara);
      sara.browser().hears(ServerFrame.AccessChanged.class);
      sara.browser().hearsAllThatIsComing();
    } finally {
      Database.run("grant select on messaging.read_mark to samsnakk_messaging");
    }
    assertThat(sara.browser().hears(ServerFrame.Position.class).room().roomId()).isEqualTo(room);
  }

  @Test
  void one_who_returns_is_told_how_far_it_has_come_since() {
    vera.opens(room);
    are.opens(room);
    are.sends(room, "Dette leser Vera");
    story.showsOut(are, vera, room);
    vera.browser().hears(ServerFrame.Closed.class);
    are.sends(room, "Dette ikke");

    vera.connects().hears(ServerFrame.Welcome.class);
    story.letsInAgain(room, are, vera);

    var told = vera.browser().hears(ServerFrame.Position.class).room();
    assertThat(told.lastSeq()).isEqualTo(2);
  }

  @Test
  void R4_who_is_shown_out_before_her_position_was_read_is_not_told_it() throws SQLException {
    story.room(frida, vera);
    story.showsOut(are, vera, room);
    vera.connects().hears(ServerFrame.Welcome.class);
    are.connects().hears(ServerFrame.Welcome.class);
    try (var busy = Database.connect();
        var statement = busy.createStatement()) {
      busy.setAutoCommit(false);
      statement.execute("lock table messaging.read_mark in access exclusive mode");
      story.letsInAgain(room, are, vera);
      vera.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 3);
      story.showsOut(are, vera, room);
      vera.browser().hears(ServerFrame.Closed.class);
      busy.rollback();
    }
    story.letsIn(room, are, story.person());
    are.browser().hears(ServerFrame.AccessChanged.class, it -> it.accessEpoch() == 5);
    vera.browser().hearsAllThatIsComing();
    assertThat(vera.browser().all(ServerFrame.Position.class)).isEmpty();
  }

  @Test
  void one_who_is_let_in_hears_of_it_and_of_what_is_written() {
    var sara = story.person();
    sara.connects();
    are.opens(room);

    story.letsIn(room, are, sara);
    sara.browser().hears(ServerFrame.AccessChanged.class);
    are.browser().hears(ServerFrame.AccessChanged.class);
    are.sends(room, "Velkommen");

    sara.browser().hears(ServerFrame.Activity.class, it -> it.roomId().equals(room));
    assertThat(sara.opens(room).messages()).extracting(Texts::of).contains("Velkommen");
  }

  @Test
  void writing_is_told_to_the_others_who_look_and_to_nobody_else() {
    are.opens(room);
    vera.opens(room);
    frida.connects();

    are.browser().says(new ClientFrame.Typing(room));
    vera.browser().hears(ServerFrame.SomeoneTyping.class);
    frida.browser().says(new ClientFrame.Typing(room));
    frida.browser().hearsAllThatIsComing();
    are.browser().hearsAllThatIsComing();

    assertThat(are.browser().all(ServerFrame.SomeoneTyping.class)).isEmpty();
    assertThat(frida.browser().all(ServerFrame.SomeoneTyping.class)).isEmpty();
  }

  @Test
  void who_is_writing_on_another_instance_is_told_here_unless_it_is_long_ago() {
    are.opens(room);

    story.wire.tellLate(typing(vera), Duration.ofSeconds(10));
    story.tell(typing(story.person()));
    story.tell(typing(frida));

    assertThat(are.browser().hears(ServerFrame.SomeoneTyping.class).personId())
        .isEqualTo(frida.personId());
    assertThat(are.browser().all(ServerFrame.SomeoneTyping.class)).hasSize(1);
  }

  private TypingStarted typing(Person person) {
    return new TypingStarted(room, person.personId(), Ids.next());
  }

  @Test
  void who_is_writing_here_is_told_to_the_other_instances_and_once_to_ours() {
    are.opens(room);
    vera.opens(room);

    vera.browser().says(new ClientFrame.Typing(room));

    story.wire.hears(TypingStarted.class, it -> it.personId().equals(vera.personId()));
    // Behind our own on the same partition.
    story.tell(typing(frida));
    are.browser()
        .hears(ServerFrame.SomeoneTyping.class, it -> it.personId().equals(frida.personId()));
    assertThat(are.browser().all(ServerFrame.SomeoneTyping.class)).hasSize(2);
  }

  @Test
  void who_has_read_on_another_instance_is_told_here() {
    are.sends(room, "Hei");
    are.opens(room);

    story.tell(new MessagesRead(room, vera.personId(), null, 1, story.now()));

    assertThat(are.browser().hears(ServerFrame.Marked.class).personId()).isEqualTo(vera.personId());
  }

  @Test
  void an_event_that_cannot_be_read_stops_nobody() {
    are.sends(room, "Hei");
    vera.opens(room);

    story.wire.send(Topics.MESSAGES, room.toString(), "{tull");
    story.wire.send(Topics.MESSAGES, "ikke-en-id", "{}");
    EntryCommitted told = OtherInstance.commits(room, are, "Likevel");
    story.tell(told);

    vera.sees("Likevel");
  }
}
