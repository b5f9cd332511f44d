package no.samsnakk.messaging.wire.socket;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RawClient;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.Sockets;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** What one client can make the server hold or do is finite, whatever the client does. */
@QuarkusTest
@WithTestResource(World.class)
class BoundsTest extends RoomOfAre {
  private static final String WAITING_FOR_THE_TABLE =
      " from pg_locks where not granted" + " and relation = 'messaging.used_ticket'::regclass";

  @Inject Sockets sockets;

  @Test
  void nobody_opens_sockets_without_end() {
    for (int i = 0; i < 5; i++) {
      are.connects();
    }

    assertThat(Browser.refusal(are.ticket(), World.ORIGIN)).isEqualTo(4430);
  }

  @Test
  void those_that_are_one_too_many_and_do_not_leave_are_few() throws IOException {
    for (int i = 0; i < 5; i++) {
      are.connects();
    }
    List<RawClient> staying = new ArrayList<>();
    try {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 40; i++) {
                  staying.add(RawClient.connect(are.ticket(), World.ORIGIN));
                }
              })
          .hasMessage("refused with 429");
    } finally {
      for (var client : staying) {
        client.close();
      }
    }
  }

  @Test
  void R6_one_socket_too_many_and_a_ticket_that_was_shown_before_are_in_the_log() {
    var spent = are.ticket();
    assertThat(Browser.refusal(spent, World.ORIGIN)).isEqualTo(101);
    assertThat(Browser.refusal(spent, World.ORIGIN)).isEqualTo(401);
    for (int i = 0; i < 5; i++) {
      vera.connects();
    }
    assertThat(Browser.refusal(vera.ticket(), World.ORIGIN)).isEqualTo(4430);

    story.wire.hears(AuditRecorded.class, it -> refused(it, are, "ticket-spent"));
    story.wire.hears(AuditRecorded.class, it -> refused(it, vera, "too-many-sockets"));
  }

  @Test
  void R6_where_the_log_cannot_be_written_nobody_hears_why_he_gets_no_socket() {
    var spent = are.ticket();
    assertThat(Browser.refusal(spent, World.ORIGIN)).isEqualTo(101);
    Database.run("revoke insert on messaging.outbox from samsnakk_messaging");
    try {
      assertThat(Browser.refusal(spent, World.ORIGIN)).isEqualTo(503);
    } finally {
      Database.run("grant insert on messaging.outbox to samsnakk_messaging");
    }
  }

  private static boolean refused(AuditRecorded entry, Person person, String code) {
    return entry.agentId().equals(person.personId())
        && code.equals(entry.code())
        && entry.roomId() == null;
  }

  @Test
  void forty_tickets_at_once_open_no_more_sockets_than_one_may_have() throws Exception {
    var tickets = Stream.generate(are::ticket).limit(40).toList();
    List<CompletableFuture<Optional<Browser>>> arriving;
    try (var connection = Database.connect()) {
      ticketsWait(connection);
      arriving = tickets.stream().map(it -> meanwhile(() -> admitted(it))).toList();
      untilTheyWait(5);
      connection.rollback();
    }

    var open = arriving.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();

    assertThat(open).hasSize(5);
    open.forEach(Browser::closes);
  }

  @Test
  void one_ticket_forty_times_at_once_opens_one_socket() {
    var ticket = are.ticket();
    var arriving = Stream.generate(() -> meanwhile(() -> admitted(ticket))).limit(40).toList();

    var open = arriving.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();

    assertThat(open).hasSize(1);
    open.forEach(Browser::closes);
  }

  @Test
  void whoever_does_not_get_in_leaves_his_place_to_the_next() throws Exception {
    var used = are.ticket();
    assertThat(Browser.refusal(used, World.ORIGIN)).isEqualTo(101);
    for (int i = 0; i < 6; i++) {
      assertThat(Browser.refusal(used, World.ORIGIN)).as("a used ticket").isEqualTo(401);
    }
    failsFiveTimes();
    leavesFiveTimesOnTheWayIn();

    // The last of the connections may be about to end.
    await().until(() -> Browser.refusal(are.ticket(), World.ORIGIN) == 101);
    await().untilAsserted(() -> assertThat(fivePlaces()).hasSize(5));
  }

  private void failsFiveTimes() throws Exception {
    try (var connection = Database.connect()) {
      ticketsWait(connection);
      var arriving =
          Stream.generate(are::ticket)
              .limit(5)
              .map(it -> meanwhile(() -> Browser.refusal(it, World.ORIGIN)))
              .toList();
      untilTheyWait(5);
      Database.ask(Boolean.class, "select pg_terminate_backend(pid)" + WAITING_FOR_THE_TABLE);
      arriving.forEach(it -> assertThat(it.join()).isEqualTo(503));
    }
  }

  private void leavesFiveTimesOnTheWayIn() throws Exception {
    try (var connection = Database.connect()) {
      ticketsWait(connection);
      List<RawClient> knocking = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        knocking.add(RawClient.knocks(are.ticket(), World.ORIGIN));
      }
      untilTheyWait(5);
      for (var gone : knocking) {
        gone.close();
      }
      connection.rollback();
    }
  }

  private List<Browser> fivePlaces() {
    var open = Stream.generate(are::ticket).limit(5).flatMap(it -> admitted(it).stream()).toList();
    open.forEach(Browser::closes);
    return open;
  }

  @Test
  void those_who_come_while_too_many_are_on_their_way_in_come_again() throws Exception {
    var nils = story.person();
    var tickets = Stream.of(vera, nils).flatMap(it -> Stream.generate(it::ticket).limit(4));
    var late = are.ticket();
    List<CompletableFuture<Integer>> arriving;
    try (var connection = Database.connect()) {
      ticketsWait(connection);
      arriving = tickets.map(it -> meanwhile(() -> Browser.refusal(it, World.ORIGIN))).toList();
      untilTheyWait(8);

      assertThat(Browser.refusal(late, World.ORIGIN)).isEqualTo(503);
      connection.rollback();
    }

    arriving.forEach(it -> assertThat(it.join()).isEqualTo(101));
    assertThat(Browser.refusal(late, World.ORIGIN)).as("its ticket is still good").isEqualTo(101);
  }

  private static Optional<Browser> admitted(String ticket) {
    return Browser.admitted(ticket, World.ORIGIN);
  }

  private static <T> CompletableFuture<T> meanwhile(Supplier<T> act) {
    return supplyAsync(act, Thread::startVirtualThread);
  }

  /** Nobody finds out whether a ticket has been used, until this transaction ends. */
  private static void ticketsWait(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection
        .createStatement()
        .execute("lock table messaging.used_ticket in access exclusive mode");
  }

  private static void untilTheyWait(long many) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Database.ask(Long.class, "select count(*)" + WAITING_FOR_THE_TABLE)
                            .getFirst())
                    .isGreaterThanOrEqualTo(many));
  }

  @Test
  void outsiders_use_up_nobodys_minute_but_their_own() {
    for (var outsider : List.of(story.person(), story.person())) {
      var browser = outsider.browser();
      for (int some = 50; some <= 1_000; some += 50) {
        int refused = some;
        for (int i = 0; i < 50; i++) {
          browser.says(send("Hei"));
        }
        browser.hears(
            ServerFrame.Refused.class,
            last -> browser.all(ServerFrame.Refused.class).size() == refused);
      }
    }

    assertThat(are.sends(room, "Hei").seq()).isEqualTo(1);
  }

  @Test
  void a_frame_that_is_too_large_ends_the_socket() {
    are.browser().says("x".repeat(70_000));

    assertThat(are.browser().isClosedWith()).isEqualTo(1009);
    assertThat(are.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-too-large");
  }

  @Test
  void a_client_that_floods_is_not_read_any_further_than_its_bound() throws SQLException {
    are.sends(room, "Hei");
    var large = "€".repeat(8_000);
    List<io.vertx.core.Future<Void>> handed = new ArrayList<>();
    try (var stuck = Database.connect()) {
      stuck.setAutoCommit(false);
      Database.prepare(
              stuck, "select from messaging.conversation where room_id = ? for update", room)
          .execute();
      for (int i = 0; i < 900; i++) {
        handed.add(are.browser().hands(Browser.write(send(large))));
      }
      // 22 MB; the network takes a few of them, the server no more than 64 frames.
      var before = new AtomicLong(-1);
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> taken(handed), taken -> before.getAndSet(taken) == taken);
      assertThat(taken(handed)).isLessThan(900);
      assertThat(are.browser().all(ServerFrame.Accepted.class)).hasSize(1);
      stuck.commit();
    }

    are.browser().hears(ServerFrame.Accepted.class, answer -> answer.seq() == 901);
  }

  private static long taken(List<io.vertx.core.Future<Void>> handed) {
    return handed.stream().filter(io.vertx.core.Future::isComplete).count();
  }

  @Test
  void a_client_that_sends_more_frames_than_anybody_needs_is_closed() {
    // Nobody is told of it, nor is she answered: a busy machine is not taken for a slow reader.
    var typing = Browser.write(new ClientFrame.Typing(room));
    for (int i = 0; i < 7_000; i++) {
      are.browser().says(typing);
    }

    assertThat(are.browser().isClosedWith()).isEqualTo(4429);
  }

  @Test
  void a_slow_reader_is_cut_off_and_resumes_and_the_others_notice_nothing() {
    var slow = vera.connects();
    slow.opens(room);
    are.opens(room);
    are.sends(room, "Hei");
    slow.sees("Hei");
    slow.stopsReading();
    var large = "€".repeat(8_000);

    for (int i = 0; i < 700; i++) {
      are.browser().says(send(large));
    }
    are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 701);
    await().until(() -> sockets.of(vera.personId()).isEmpty());
    slow.readsOn();

    // What the network had taken comes first; seldom does the close frame get through.
    assertThat(slow.isClosedWith()).isIn(4408, 1006);
    // Some 35 fit into its bounds, here and in the kernel's; up to 180 if the kernel has its way.
    assertThat(slow.live()).hasSizeLessThan(60);
    var has = slow.live().getLast().seq();
    var resumed = vera.connects();
    resumed.opens(room, has);
    are.sends(room, "Er du med igjen?");
    resumed.sees("Er du med igjen?");
    assertThat(are.browser().live()).extracting(Entry::seq).endsWith(702L).hasSize(702);
  }

  @Test
  void a_client_that_has_fallen_silent_is_taken_for_dead() throws IOException {
    var phone = are.connects();
    try (var dead = RawClient.connect(vera.ticket(), World.ORIGIN)) {
      await().until(() -> sockets.of(vera.personId()).size() == 1);

      // Twenty seconds of silence, one until it is seen, two of grace.
      assertThat(dead.isDroppedWithin(Duration.ofSeconds(60))).isTrue();

      await().until(() -> sockets.of(vera.personId()).isEmpty());
    }
    assertThat(phone.isOpen()).as("of which nothing came but pongs").isTrue();
  }

  @Test
  void who_types_without_end_is_told_of_now_and_then() {
    are.opens(room);
    vera.opens(room);

    for (int i = 0; i < 50; i++) {
      vera.browser().says(new ClientFrame.Typing(room));
    }
    vera.browser().hearsAllThatIsComing();
    are.browser().hears(ServerFrame.SomeoneTyping.class);
    are.browser().hearsAllThatIsComing();

    assertThat(are.browser().all(ServerFrame.SomeoneTyping.class)).hasSize(1);
  }

  private ClientFrame send(String body) {
    return ClientFrame.Send.text(room, Ids.next(), body);
  }
}
