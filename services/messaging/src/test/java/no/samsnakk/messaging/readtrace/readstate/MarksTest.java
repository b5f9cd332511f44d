package no.samsnakk.messaging.readtrace.readstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.Mark;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.MessagesReceived;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has read what, and what has only reached her. */
@QuarkusTest
@WithTestResource(World.class)
class MarksTest extends RoomOfAre {
  @Inject Marks marks;

  @BeforeEach
  void areHasWrittenTwice() {
    vera.browser();
    are.opens(room);
    are.sends(room, "Én");
    are.sends(room, "To");
  }

  @Test
  void everybody_who_looks_sees_who_has_read() {
    vera.browser().says(new ClientFrame.Read(room, null, 2));

    var marked = are.browser().hears(ServerFrame.Marked.class);

    assertThat(marked.personId()).isEqualTo(vera.personId());
    assertThat(marked.seq()).isEqualTo(2);
    story.wire.hears(MessagesRead.class, it -> it.roomId().equals(room) && it.seq() == 2);
    assertThat(read(vera)).containsExactly("1-2");
    assertThat(position(vera)).isEqualTo(2);
  }

  @Test
  void R6_who_went_to_the_newest_has_not_read_what_she_passed_over() {
    are.sends(room, "Tre");
    marks(vera, new ClientFrame.Read(room, 1L, 1));
    marks(vera, new ClientFrame.Read(room, 3L, 3));

    assertThat(read(vera)).containsExactly("1-1", "3-3");
    assertThat(position(vera)).isEqualTo(3);

    marks(vera, new ClientFrame.Read(room, 2L, 2));

    assertThat(read(vera)).containsExactly("1-3");
  }

  @Test
  void R6_what_has_reached_a_device_is_not_read() {
    vera.browser().says(new ClientFrame.Received(room, 1, 2));

    var received = are.browser().hears(ServerFrame.Received.class);

    assertThat(received.personId()).isEqualTo(vera.personId());
    assertThat(received.fromSeq()).isEqualTo(1);
    assertThat(received.seq()).isEqualTo(2);
    story.wire.hears(MessagesReceived.class, it -> it.roomId().equals(room) && it.fromSeq() == 1);
    var opened = vera.opens(room);
    assertThat(stretches(vera, opened.received())).containsExactly("1-2");
    assertThat(opened.marks()).isEmpty();
    assertThat(position(vera)).isZero();
    assertThat(are.browser().all(ServerFrame.Marked.class)).isEmpty();
  }

  @Test
  void marks_that_come_at_once_from_two_windows_are_all_kept() {
    Stream.generate(() -> "Mer").limit(40).forEach(more -> are.sends(room, more));
    var windows = List.of(vera.connects(), vera.connects());
    var seqs = LongStream.rangeClosed(1, 42).boxed().collect(Collectors.toList());
    Collections.shuffle(seqs, new Random(7));

    seqs.forEach(seq -> windows.get((int) (seq % 2)).says(new ClientFrame.Read(room, seq, seq)));

    seqs.forEach(seq -> windows.get(0).hears(ServerFrame.Marked.class, it -> it.seq() == seq));
    assertThat(read(are, vera)).containsExactly("1-42");
  }

  @Test
  void her_other_window_hears_what_she_has_read_also_where_it_looks_elsewhere() {
    var elsewhere = vera.connects();
    var looking = vera.connects();
    looking.opens(room);

    looking.says(new ClientFrame.Read(room, 1L, 2));

    assertThat(elsewhere.hears(ServerFrame.Marked.class).seq()).isEqualTo(2);
    assertThat(looking.hears(ServerFrame.Marked.class).fromSeq()).isEqualTo(1);
  }

  @Test
  void what_she_wrote_on_one_device_is_not_new_on_the_other() {
    var elsewhere = vera.connects();
    vera.connects().sends(room, Ids.next(), "Fra telefonen");

    var activity = elsewhere.hears(ServerFrame.Activity.class);
    assertThat(activity.lastSeq()).isEqualTo(3);
    assertThat(activity.own()).isTrue();
    marks(vera, new ClientFrame.Read(room, 1L, 2));
    assertThat(positions(vera).own()).containsExactly(3L);
    are.sends(room, "Fire");
    assertThat(elsewhere.hears(ServerFrame.Activity.class, it -> it.lastSeq() == 4).own())
        .isFalse();
  }

  @Test
  void stretches_that_lie_apart_are_bounded_and_nobody_stops_reading_for_it() {
    passesOverAThousandTimes();

    var between = new ClientFrame.Read(room, 25L, 25);
    assertThat(refusal(vera, between)).isEqualTo("marks-scattered");

    marks(vera, new ClientFrame.Read(room, 15_000L, 15_000));
    assertThat(read(vera)).hasSize(1_000).startsWith("20-22").endsWith("15000-15000");
    assertThat(position(vera)).isEqualTo(15_000);
  }

  @Test
  void what_joins_stretches_or_makes_one_longer_is_kept_however_many_there_are() {
    passesOverAThousandTimes();

    marks(vera, new ClientFrame.Read(room, 10_003L, 10_003));
    marks(vera, new ClientFrame.Read(room, 13L, 19));
    marks(vera, new ClientFrame.Read(room, 29L, 29));

    assertThat(read(vera))
        .hasSize(999)
        .startsWith("10-22", "29-32", "40-42")
        .endsWith("10000-10003");
  }

  /** The first is committed alone, and what comes meanwhile together. */
  @Test
  void what_is_answered_as_kept_is_kept_also_where_two_come_at_once_for_the_last_place() {
    passesOverAThousandTimes();
    Database.run(
        "update messaging.read_mark set ranges = ranges - int8multirange(int8range(10, 12, '[]'))"
            + " where room_id = ?",
        room);
    var codes = new ConcurrentHashMap<Long, Optional<RefusalCode>>();
    var seqs = List.of(10_003L, 10_004L, 10_005L, 10_006L, 1L, 5L);

    seqs.forEach(seq -> marks.keep(draft(seq, code -> codes.put(seq, code))));

    await().until(() -> codes.keySet().containsAll(seqs));
    assertThat(List.of(codes.get(1L), codes.get(5L)))
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(RefusalCode.MARKS_SCATTERED));
    var kept = codes.get(1L).isEmpty() ? "1-1" : "5-5";
    assertThat(read(vera)).hasSize(1_000).startsWith(kept, "20-22").endsWith("10000-10006");
  }

  private MarkDraft draft(long seq, Consumer<Optional<RefusalCode>> answer) {
    return new MarkDraft(MarkDraft.Kind.READ, room, vera.personId(), seq, seq, answer);
  }

  @Test
  void from_where_it_is_known_what_she_has_read_stays_known_however_much_she_joins() {
    passesOverAThousandTimes();
    assertThat(vera.connects().opens(room).wholeFrom()).isEqualTo(1);

    marks(vera, new ClientFrame.Read(room, 15_000L, 15_000));
    marks(vera, new ClientFrame.Read(room, 23L, 9_999));

    assertThat(read(vera)).containsExactly("20-10002", "15000-15000");
    assertThat(vera.connects().opens(room).wholeFrom()).isEqualTo(13);
  }

  @Test
  void what_she_has_written_is_told_where_she_has_not_marked_it() {
    vera.sends(room, "Tre");
    are.sends(room, "Fire");
    assertThat(vera.connects().opens(room).own()).containsExactly(3L);

    marks(vera, new ClientFrame.Read(room, 4L, 4));
    assertThat(vera.connects().opens(room).own()).containsExactly(3L);
    assertThat(are.connects().opens(room).own()).containsExactly(1L, 2L, 4L);

    marks(vera, new ClientFrame.Read(room, 1L, 3));
    assertThat(vera.connects().opens(room).own()).isEmpty();
  }

  /** Three messages of ten, a thousand times. */
  private void passesOverAThousandTimes() {
    Database.run("update messaging.conversation set last_seq = 20000 where room_id = ?", room);
    marks(vera, new ClientFrame.Read(room, 1L, 1));
    Database.run(
        "update messaging.read_mark set seq = upto, ranges = stretches from (select max(n * 10 + 2)"
            + " upto, range_agg(int8range(n * 10, n * 10 + 2, '[]')) stretches"
            + " from generate_series(1, 1000) n) passed where room_id = ?",
        room);
  }

  @Test
  void what_the_version_before_marks_while_an_upgrade_rolls_is_all_up_to_there() {
    marksAsTheVersionBefore(1);
    assertThat(read(vera)).containsExactly("1-1");

    marksAsTheVersionBefore(2);
    assertThat(read(vera)).containsExactly("1-2");
    marksAsTheVersionBefore(1);
    assertThat(read(vera)).containsExactly("1-2");
  }

  private void marksAsTheVersionBefore(long seq) {
    Database.run(
        "insert into messaging.read_mark as r (room_id, person_id, seq, at) values (?, ?, ?, now())"
            + " on conflict (room_id, person_id) do update set seq = excluded.seq,"
            + " at = excluded.at where r.seq < excluded.seq",
        room,
        vera.personId(),
        seq);
  }

  @Test
  void R6_of_the_newest_it_is_told_when_they_were_read() {
    Stream.generate(() -> "Mer").limit(20).forEach(more -> are.sends(room, more));
    for (long seq = 1; seq <= 20; seq++) {
      marks(vera, new ClientFrame.Read(room, seq, seq));
    }
    var told = of(vera, are.connects().opens(room).marks());

    assertThat(told.getFirst()).isEqualTo(new Mark(vera.personId(), 1, 4, heardByAre(5), false));
    assertThat(told.stream().skip(1))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(5, 20)
                .mapToObj(seq -> new Mark(vera.personId(), seq, seq, heardByAre(seq), true))
                .toList());
  }

  /** When it was read, as the open room has told; waits until it has. */
  private Instant heardByAre(long seq) {
    return are.browser().hears(ServerFrame.Marked.class, mark -> mark.seq() == seq).at();
  }

  @Test
  void R6_what_is_read_again_was_read_when_it_was_read_first() {
    marks(vera, new ClientFrame.Read(room, 1L, 2));
    var first = of(vera, are.connects().opens(room).marks());

    vera.browser().says(new ClientFrame.Read(room, 1L, 1));
    vera.browser().hearsAllThatIsComing();

    assertThat(of(vera, are.connects().opens(room).marks())).isEqualTo(first).hasSize(1);
  }

  @Test
  void R6_what_a_mark_says_once_more_keeps_its_time() {
    are.sends(room, "Tre");
    marks(vera, new ClientFrame.Read(room, 1L, 2));
    var first = of(vera, are.connects().opens(room).marks()).getFirst();

    marks(vera, new ClientFrame.Read(room, null, 3));

    var told = of(vera, are.connects().opens(room).marks());
    assertThat(told.getFirst()).isEqualTo(first);
    assertThat(told.getLast().fromSeq()).isEqualTo(3);
    assertThat(told).hasSize(2).allMatch(Mark::exact);
  }

  @Test
  void R6_of_what_the_version_before_marked_it_is_told_when_at_the_latest() {
    marks(vera, new ClientFrame.Read(room, 1L, 1));
    Database.run(
        "update messaging.read_mark set seq = 2, at = '2026-11-03T09:14:40Z',"
            + " ranges = '{[1,2]}' where room_id = ?",
        room);

    assertThat(of(vera, are.connects().opens(room).marks()))
        .containsExactly(
            new Mark(vera.personId(), 1, 2, Instant.parse("2026-11-03T09:14:40Z"), false));
  }

  @Test
  void a_mark_never_goes_backwards() {
    vera.browser().says(new ClientFrame.Read(room, null, 2));
    are.browser().hears(ServerFrame.Marked.class);

    vera.browser().says(new ClientFrame.Read(room, null, 1));
    vera.browser().hearsAllThatIsComing();
    are.sends(room, "Tre");
    vera.browser().says(new ClientFrame.Read(room, null, 3));

    are.browser().hears(ServerFrame.Marked.class, it -> it.seq() == 3);
    assertThat(are.browser().all(ServerFrame.Marked.class))
        .extracting(ServerFrame.Marked::seq)
        .doesNotContain(1L);
  }

  @Test
  void a_mark_beyond_the_end_is_refused() {
    assertThat(refusal(vera, new ClientFrame.Read(room, 2L, 1))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Read(room, 0L, 2))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Received(room, 1, 3))).isEqualTo("seq-unknown");
    assertThat(refusal(vera, new ClientFrame.Received(room, Long.MIN_VALUE, 1)))
        .isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, 3)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, 0)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, Long.MAX_VALUE)).isEqualTo("seq-unknown");
    assertThat(refusal(vera, room, Long.MIN_VALUE)).isEqualTo("seq-unknown");
    assertThat(position(vera)).isZero();
  }

  @Test
  void a_foreign_room_is_answered_like_one_that_does_not_exist() {
    var nils = story.person();

    assertThat(refusal(nils, room, 1)).isEqualTo("room-unknown");
    assertThat(refusal(nils, Ids.next(), 1)).isEqualTo("room-unknown");
  }

  private static String refusal(Person person, UUID room, long seq) {
    return refusal(person, new ClientFrame.Read(room, null, seq));
  }

  private static String refusal(Person person, ClientFrame frame) {
    person.browser().forgets();
    person.browser().says(frame);
    return person.browser().hears(ServerFrame.Refused.class).code();
  }

  /** Says it and waits until it is kept. */
  private static void marks(Person person, ClientFrame.Read read) {
    person.browser().says(read);
    person.browser().hears(ServerFrame.Marked.class, it -> it.seq() == read.seq());
  }

  private List<String> read(Person person) {
    return read(are, person);
  }

  /** Which messages one has read, as another sees it who opens the room. */
  private List<String> read(Person who, Person of) {
    return stretches(of, who.connects().opens(room).marks());
  }

  /** Together, whenever each was marked. */
  private static List<String> stretches(Person of, List<Mark> marks) {
    List<String> stretches = new ArrayList<>();
    long from = 0;
    long last = -1;
    for (Mark mark : of(of, marks)) {
      if (mark.fromSeq() > last + 1) {
        if (last > 0) {
          stretches.add(from + "-" + last);
        }
        from = mark.fromSeq();
      }
      last = Math.max(last, mark.seq());
    }
    if (last > 0) {
      stretches.add(from + "-" + last);
    }
    return stretches;
  }

  private static List<Mark> of(Person person, List<Mark> marks) {
    return marks.stream().filter(mark -> mark.personId().equals(person.personId())).toList();
  }

  private long position(Person person) {
    return positions(person).readSeq();
  }

  private ServerFrame.RoomPosition positions(Person person) {
    return person.connects().all(ServerFrame.Welcome.class).getFirst().rooms().stream()
        .filter(position -> position.roomId().equals(room))
        .findFirst()
        .orElseThrow();
  }
}
