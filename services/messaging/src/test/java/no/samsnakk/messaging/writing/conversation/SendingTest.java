package no.samsnakk.messaging.writing.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.AcknowledgementPayload.Says;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.Texts;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R2: accepted means kept, once and in order; and every reason for which it is not. */
@QuarkusTest
@WithTestResource(World.class)
class SendingTest extends RoomOfAre {
  @Test
  void R2_a_repeat_gets_the_same_answer() {
    var id = Ids.next();
    var first = are.browser().sends(room, id, "Hei");
    are.browser().forgets();

    var again = are.connects().sends(room, id, "Hei");

    assertThat(again).isEqualTo(first);
    assertThat(kept(room)).hasSize(1);
  }

  @Test
  void R2_a_repeat_is_answered_although_its_sender_has_been_removed_since() {
    var id = Ids.next();
    var first = vera.browser().sends(room, id, "Hei");
    story.isRemovedSilently(vera, room);
    vera.browser().forgets();

    assertThat(vera.browser().sends(room, id, "Hei")).isEqualTo(first);
    assertThat(vera.isRefused(room, "Er jeg her?")).isEqualTo("room-unknown");
  }

  @Test
  void R2_the_same_id_with_another_text_is_refused() {
    var id = Ids.next();
    are.browser().sends(room, id, "Ja");

    assertThat(are.browser().isRefused(room, id, "Nei")).isEqualTo("client-id-reused");
    assertThat(kept(room)).hasSize(1);
  }

  @Test
  void R2_two_people_may_use_the_same_id() {
    var id = Ids.next();

    assertThat(are.browser().sends(room, id, "Hei").seq()).isEqualTo(1);
    assertThat(vera.browser().sends(room, id, "Hallo").seq()).isEqualTo(2);
  }

  @Test
  void R2_a_hundred_sends_with_the_same_id_at_once_are_one_message() {
    var send = ClientFrame.Send.text(room, Ids.next(), "Bare én gang");
    var browsers = IntStream.range(0, 5).mapToObj(i -> are.connects()).toList();

    IntStream.range(0, 20).forEach(i -> browsers.forEach(browser -> browser.says(send)));

    var answers = browsers.stream().flatMap(browser -> twenty(browser).stream()).toList();
    assertThat(answers).hasSize(100).containsOnly(answers.getFirst());
    assertThat(kept(room)).hasSize(1);
  }

  private static List<ServerFrame.Accepted> twenty(Browser browser) {
    browser.hears(
        ServerFrame.Accepted.class, one -> browser.all(ServerFrame.Accepted.class).size() == 20);
    return browser.all(ServerFrame.Accepted.class);
  }

  @Test
  void R2_people_who_write_at_once_get_a_sequence_without_gaps() {
    are.opens(room);
    vera.opens(room);

    for (int i = 0; i < 100; i++) {
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Are " + i));
      vera.browser().says(ClientFrame.Send.text(room, Ids.next(), "Vera " + i));
    }

    are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 200);
    vera.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == 200);
    var all = LongStream.rangeClosed(1, 200).boxed().toList();
    assertThat(kept(room)).isEqualTo(all);
    assertThat(are.browser().live()).extracting(Entry::seq).isEqualTo(all);
    assertThat(vera.browser().live()).extracting(Entry::seq).isEqualTo(all);
    assertThat(vera.browser().live().stream().map(Texts::of).filter(it -> it.startsWith("Are")))
        .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "Are " + i).toList());
  }

  /** Somebody has written into the table: there is no number after that one. */
  @Test
  void R2_a_room_that_can_go_no_further_holds_up_no_other() throws SQLException {
    var spoiled = story.room(vera);
    vera.sends(spoiled, "Den første");
    var busy = story.room(vera);
    vera.sends(busy, "Den første");
    Database.run(
        "update messaging.conversation set last_seq = 9007199254740990 where room_id = ?", spoiled);

    try (var slow = holding(busy)) {
      vera.browser().says(ClientFrame.Send.text(busy, Ids.next(), "Holder den forrige opp"));
      vera.browser().hearsAllThatIsComing();
      vera.browser().says(ClientFrame.Send.text(spoiled, Ids.next(), "Går det an?"));
      vera.browser().hearsAllThatIsComing();
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Det går"));
      are.browser().hearsAllThatIsComing();
      slow.commit();
    }

    assertThat(are.browser().hears(ServerFrame.Accepted.class).seq()).isEqualTo(1);
    assertThat(vera.browser().hears(ServerFrame.Refused.class).code())
        .isEqualTo("temporarily-unavailable");
  }

  /** No event can tell it, and no browser count on from it. */
  @Test
  void R2_the_table_takes_no_number_that_JSON_does_not_keep() {
    are.sends(room, "Hei");

    assertThatThrownBy(
            () ->
                Database.run(
                    "update messaging.conversation set last_seq = 9007199254740991"
                        + " where room_id = ?",
                    room))
        .hasMessageContaining("last_seq_is_told");
  }

  @Test
  void a_refusal_leaves_the_others_of_its_batch_untouched() throws SQLException {
    var nils = story.person();
    nils.connects();
    var busy = story.room(vera);
    vera.sends(busy, "Den første");
    var twice = Ids.next();

    try (var slow = holding(busy)) {
      vera.browser().says(ClientFrame.Send.text(busy, Ids.next(), "Holder den forrige opp"));
      vera.browser().hearsAllThatIsComing();
      are.browser().says(ClientFrame.Send.text(room, twice, "Den ene"));
      are.browser().says(ClientFrame.Send.text(room, twice, "Den andre"));
      nils.browser().says(ClientFrame.Send.text(room, Ids.next(), "Får jeg være med?"));
      are.browser().says(ClientFrame.Send.text(room, twice, "Den ene"));
      are.browser().says(ClientFrame.Send.text(room, Ids.next(), "Den tredje"));
      are.browser().hearsAllThatIsComing();
      nils.browser().hearsAllThatIsComing();
      slow.commit();
    }

    are.browser().hears(ServerFrame.Accepted.class, answer -> answer.seq() == 2);
    assertThat(are.browser().all(ServerFrame.Accepted.class))
        .extracting(ServerFrame.Accepted::seq)
        .containsExactly(1L, 1L, 2L);
    // Its answer waits for a commit of its own, and the others for neither.
    assertThat(are.browser().hears(ServerFrame.Refused.class))
        .isEqualTo(new ServerFrame.Refused(room, twice, "client-id-reused"));
    assertThat(nils.browser().hears(ServerFrame.Refused.class).code()).isEqualTo("room-unknown");
    assertThat(kept(room)).containsExactly(1L, 2L);
  }

  @Test
  void R2_what_the_database_does_not_answer_is_sent_again_and_kept_once() throws SQLException {
    are.sends(room, "Den første");
    var id = Ids.next();

    try (var stuck = holding(room)) {
      assertThat(are.browser().isRefused(room, id, "Kommer den frem?"))
          .isEqualTo("temporarily-unavailable");
      stuck.commit();
    }

    assertThat(are.browser().sends(room, id, "Kommer den frem?").seq()).isEqualTo(2);
    assertThat(kept(room)).containsExactly(1L, 2L);
  }

  /** Somebody else has the room's row locked until he commits. */
  private static Connection holding(UUID room) throws SQLException {
    var connection = Database.connect();
    connection.setAutoCommit(false);
    Database.prepare(
            connection, "select from messaging.conversation where room_id = ? for update", room)
        .execute();
    return connection;
  }

  @Test
  void a_foreign_room_is_answered_like_one_that_does_not_exist() {
    var others = story.room(story.person());

    assertThat(are.isRefused(others, "Hei")).isEqualTo("room-unknown");
    assertThat(are.isRefused(Ids.next(), "Hei")).isEqualTo("room-unknown");
    assertThat(Database.ask(UUID.class, "select room_id from messaging.room_key"))
        .doesNotContain(others);
  }

  @Test
  void R4_after_the_withdrawal_nobody_writes() {
    are.opens(room);
    vera.opens(room);

    story.withdraws(are, room);

    assertThat(are.isRefused(room, "Hei")).isEqualTo("write-not-allowed");
    assertThat(vera.isRefused(room, "Hei")).isEqualTo("room-unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "'', message-empty",
    "'  \\n\\t ', message-empty",
    "'nul: \\u0000', message-not-text",
    "'klokke: \\u0007', message-not-text",
    "'vogn: \\r\\n', message-not-text",
    "'halv: \\ud83d', message-not-text"
  })
  void what_is_no_text_is_refused(String json, String code) {
    var id = Ids.next();

    are.browser()
        .says(
            "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"body\":\"%s\"}"
                .formatted(room, id, json));

    var refused = are.browser().hears(ServerFrame.Refused.class);
    assertThat(refused).isEqualTo(new ServerFrame.Refused(room, id, code));
  }

  @Test
  void characters_are_counted_as_people_count_them() {
    are.opens(room);
    var longest = "👍".repeat(8_000);

    assertThat(are.isRefused(room, longest + "👍")).isEqualTo("message-too-long");
    are.sends(room, longest);
    are.sees(longest);
  }

  @ParameterizedTest
  @CsvSource({"'\"tull\"'", "null", "'\"0c1b1e1e-9d1f-4c7b-8a54-0a4bd7a1f0aa\"'"})
  void an_id_that_is_none_is_refused(String id) {
    are.browser()
        .says(
            "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":%s,\"body\":\"Hei\"}"
                .formatted(room, id));

    assertThat(are.browser().hears(ServerFrame.Refused.class))
        .isEqualTo(new ServerFrame.Refused(room, null, "client-id-invalid"));
  }

  @Test
  void more_messages_a_minute_than_anybody_writes_are_refused() {
    var browsers = List.of(vera.connects(), vera.connects(), vera.connects());

    // A hundred at a time: more that wait in one network read would end the socket as a flood.
    for (int round = 0; round < 30 && refusals(browsers).isEmpty(); round++) {
      browsers.forEach(it -> saysHei(it, 100));
      browsers.forEach(Browser::hearsAllThatIsComing);
    }
    browsers.forEach(it -> saysHei(it, 100));
    browsers.forEach(Browser::hearsAllThatIsComing);

    // Which of her sockets is read last, and so hears of it, is chance.
    assertThat(browsers).allMatch(Browser::isOpen);
    assertThat(refusals(browsers))
        .contains("too-many-messages")
        // What she is refused is counted, too.
        .isSubsetOf("too-many-messages", "too-many-requests");
  }

  private void saysHei(Browser browser, int times) {
    for (int i = 0; i < times; i++) {
      browser.says(ClientFrame.Send.text(room, Ids.next(), "Hei"));
    }
  }

  private static List<String> refusals(List<Browser> browsers) {
    return browsers.stream()
        .flatMap(it -> it.all(ServerFrame.Refused.class).stream())
        .map(ServerFrame.Refused::code)
        .toList();
  }

  @Test
  void R6_a_refusal_is_in_the_log() {
    are.isRefused(room, "");
    are.isRefused(Ids.next(), "Hei");

    var empty = story.wire.hears(AuditRecorded.class, it -> "message-empty".equals(it.code()));
    assertThat(empty.agentId()).isEqualTo(are.personId());
    assertThat(empty.roomId()).isEqualTo(room);
    story.wire.hears(
        AuditRecorded.class,
        it -> "room-unknown".equals(it.code()) && it.agentId().equals(are.personId()));
  }

  @Test
  void a_message_is_told_to_the_others_in_order_with_its_trace() {
    List<Outcome.Accepted> accepted = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> accepted.add(are.sends(room, "Nummer " + i)));

    story.wire.hears(EntryCommitted.class, it -> it.roomId().equals(room) && it.seq() == 5);
    assertThat(story.wire.all(EntryCommitted.class, it -> it.roomId().equals(room)))
        .extracting(EntryCommitted::seq)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(story.wire.traceparentOf(accepted.getFirst().entryId().toString()))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
  }

  private static List<Long> kept(UUID room) {
    return Database.ask(
        Long.class, "select seq from messaging.entry where room_id = ? order by seq", room);
  }

  @Test
  void a_reply_names_an_earlier_row_of_the_room_and_is_about_nothing() {
    are.opens(room);
    var first = are.sends(room, "Passer tirsdag?").seq();

    assertThat(vera.says(room, "TEXT", new TextPayload("Ja", first))).isEqualTo("accepted");

    var reply =
        are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == first + 1);
    assertThat(reply.message().payload())
        .hasToString("{\"body\":\"Ja\",\"inResponseTo\":" + first + "}");
    assertThat(
            Database.ask(
                String.class,
                "select coalesce(about::text, 'nothing') from messaging.entry"
                    + " where room_id = ? and seq = ?",
                room,
                first + 1))
        .containsExactly("nothing");
  }

  @Test
  void a_reply_to_what_is_no_row_of_this_room_is_refused() {
    var elsewhere = story.room(are, vera);
    IntStream.range(0, 9).forEach(i -> are.sends(elsewhere, "Nummer " + i));
    var first = are.sends(room, "Hei").seq();
    vera.says(room, "ACKNOWLEDGEMENT", new AcknowledgementPayload(first, Says.THANKS));

    for (long to : List.of(0L, first + 1, first + 2, 8L)) {
      assertThat(vera.says(room, "TEXT", new TextPayload("Ja", to))).isEqualTo("message-unknown");
    }
  }
}
