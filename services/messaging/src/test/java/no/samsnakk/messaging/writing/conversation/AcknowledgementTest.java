package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.entry.AcknowledgementPayload.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.iterableWithSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.AcknowledgementPayload.Says;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short answer hangs on one message, and says what is so. */
@QuarkusTest
@WithTestResource(World.class)
class AcknowledgementTest extends RoomOfAre {
  private long message;

  @BeforeEach
  void areHasWritten() {
    message = are.sends(room, "Kan timen flyttes?").seq();
  }

  /** What becomes of it: "accepted", or the code of the refusal. */
  private String said(Person who, long about, Says says) {
    return said(who, room, about, says);
  }

  private static String said(Person who, UUID room, long about, Says says) {
    return who.says(room, KIND, new AcknowledgementPayload(about, says));
  }

  @Test
  void it_is_seen_by_all_who_look_and_new_to_nobody() {
    are.opens(room);
    vera.connects();
    assertThat(said(vera, message, Says.WILL_DO)).isEqualTo("accepted");

    var seen =
        are.browser()
            .hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == message + 1)
            .message();
    assertThat(seen.envelope().entryClass()).isEqualTo(EntryClass.AMENDS);
    assertThat(seen.envelope().senderId()).isEqualTo(vera.personId());
    assertThat(seen.payload())
        .hasToString("{\"about\":%d,\"says\":\"WILL_DO\"}".formatted(message));
    assertThat(
            vera.connects().hears(ServerFrame.Welcome.class).rooms().stream()
                .filter(it -> it.roomId().equals(room))
                .findFirst()
                .orElseThrow()
                .own())
        .containsExactly(message + 1);
    are.pages(room, Map.of()).body("items.kind", contains("TEXT", "ACKNOWLEDGEMENT"));
    story.wire.hears(EntryCommitted.class, it -> it.envelope().equals(seen.envelope()));
  }

  /**
   * Sixty about one message: of what has come since, an opening and a page show rows all the same.
   */
  @Test
  void many_short_answers_take_the_place_of_no_message() {
    var others = IntStream.range(0, 6).mapToObj(i -> story.person()).toList();
    others.forEach(other -> story.letsIn(room, are, other));
    var second = are.sends(room, "Jeg kan ikke på onsdag").seq();
    for (Person other : others) {
      for (int i = 0; i < 10; i++) {
        assertThat(said(other, second, i % 2 == 0 ? Says.RECEIVED : Says.THANKS))
            .isEqualTo("accepted");
      }
    }

    assertThat(vera.opens(room).messages())
        .hasSize(62)
        .first()
        .matches(it -> it.envelope().seq() == message);
    vera.pages(room, Map.of("limit", 1, "before", second + 4))
        .body(
            "items.seq",
            contains((int) second, (int) second + 1, (int) second + 2, (int) second + 3))
        .body("nextBefore", equalTo((int) second));
    vera.pages(room, Map.of("limit", 1))
        .body("items.seq", iterableWithSize(4))
        .body("nextBefore", equalTo((int) second + 57));
  }

  @Test
  void R9_what_it_says_lies_nowhere_in_the_clear() {
    said(vera, message, Says.THANKS);

    assertThat(
            Database.ask(
                String.class,
                "select about || ' ' || (encode(ciphertext, 'escape') like '%THANKS%')"
                    + " from messaging.entry where room_id = ? and kind = 'ACKNOWLEDGEMENT'",
                room))
        .containsExactly(message + " false");
  }

  @Test
  void it_can_be_changed_and_taken_back_and_said_once() {
    assertThat(said(vera, message, Says.TAKEN_BACK)).isEqualTo("acknowledged-not");
    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("accepted");
    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("acknowledged-already");
    assertThat(said(vera, message, Says.WILL_DO)).isEqualTo("accepted");
    assertThat(said(vera, message, Says.TAKEN_BACK)).isEqualTo("accepted");
    assertThat(said(vera, message, Says.TAKEN_BACK)).isEqualTo("acknowledged-not");
    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("accepted");
  }

  /** Each is kept for ever, and moves what is said on. */
  @Test
  void changed_again_and_again_it_can_only_be_taken_back() {
    var clientIds = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
    IntStream.range(0, 40)
        .forEach(
            i ->
                vera.browser()
                    .begins(
                        room,
                        clientIds.get(i),
                        KIND,
                        new AcknowledgementPayload(
                            message, i % 2 == 0 ? Says.RECEIVED : Says.THANKS)));
    var answers = clientIds.stream().map(id -> vera.browser().answer(id)).toList();

    assertThat(answers.stream().filter("accepted"::equals)).hasSize(10);
    assertThat(answers).contains("acknowledged-too-often");
    assertThat(said(vera, message, Says.WILL_DO)).isEqualTo("acknowledged-too-often");
    assertThat(said(vera, message, Says.TAKEN_BACK)).isEqualTo("accepted");
    assertThat(said(vera, message, Says.TAKEN_BACK)).isEqualTo("acknowledged-not");
    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("acknowledged-too-often");
  }

  @Test
  void what_one_says_is_nothing_that_another_has_said() {
    var answer = vera.sends(room, "Ja, det går fint").seq();

    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("accepted");
    assertThat(said(are, answer, Says.RECEIVED)).isEqualTo("accepted");
  }

  @Test
  void nobody_answers_herself() {
    assertThat(said(are, message, Says.THANKS)).isEqualTo("message-own");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 2, 99, Long.MIN_VALUE, Long.MAX_VALUE})
  void what_is_not_there_is_not_answered(long about) {
    assertThat(said(vera, about, Says.RECEIVED)).isEqualTo("message-unknown");
  }

  @Test
  void what_is_no_row_is_not_answered_and_a_row_of_another_room_neither() {
    said(vera, message, Says.RECEIVED);
    var elsewhere = story.room(are, vera);

    assertThat(said(are, message + 1, Says.THANKS)).isEqualTo("message-unknown");
    assertThat(said(vera, elsewhere, message, Says.RECEIVED)).isEqualTo("message-unknown");
  }

  @Test
  void R2_a_repeat_gets_the_same_answer_whatever_has_been_said_since() {
    var clientId = Ids.next();
    vera.browser().begins(room, clientId, KIND, new AcknowledgementPayload(message, Says.RECEIVED));
    assertThat(vera.browser().answer(clientId)).isEqualTo("accepted");
    said(vera, message, Says.THANKS);
    vera.browser().forgets();

    vera.browser().begins(room, clientId, KIND, new AcknowledgementPayload(message, Says.RECEIVED));
    assertThat(vera.browser().answer(clientId)).isEqualTo("accepted");
    vera.browser().begins(room, clientId, KIND, new AcknowledgementPayload(message, Says.WILL_DO));
    assertThat(
            vera.browser()
                .hears(ServerFrame.Refused.class, it -> clientId.equals(it.clientId()))
                .code())
        .isEqualTo("client-id-reused");
  }

  @Test
  void said_forty_times_at_once_it_is_said_once() {
    var browsers = IntStream.range(0, 2).mapToObj(i -> vera.connects()).toList();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();

    IntStream.range(0, 40)
        .forEach(
            i ->
                browsers
                    .get(i % 2)
                    .begins(
                        room,
                        ids.get(i),
                        KIND,
                        new AcknowledgementPayload(message, Says.RECEIVED)));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 2).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers.stream().filter("acknowledged-already"::equals)).hasSize(39);
  }

  @Test
  void R4_who_may_not_write_answers_nothing() {
    var outsider = story.person();
    outsider.connects();
    assertThat(said(outsider, message, Says.RECEIVED)).isEqualTo("room-unknown");

    story.isRemovedSilently(vera, room);
    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("room-unknown");
  }

  @Test
  void what_does_not_open_any_more_refuses_nothing() {
    said(vera, message, Says.RECEIVED);
    Database.run(
        "update messaging.entry set ciphertext = decode('00', 'hex')"
            + " where room_id = ? and kind = 'ACKNOWLEDGEMENT'",
        room);

    assertThat(said(vera, message, Says.RECEIVED)).isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"about\":1",
        "\"says\":\"RECEIVED\"",
        "\"about\":\"1\",\"says\":\"RECEIVED\"",
        "\"about\":1.5,\"says\":\"RECEIVED\"",
        "\"about\":null,\"says\":\"RECEIVED\"",
        "\"about\":1,\"says\":\"TOMORROW\"",
        "\"about\":1,\"says\":0"
      })
  void what_has_not_its_shape_is_no_frame(String members) {
    vera.browser()
        .says(
            "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"kind\":\"ACKNOWLEDGEMENT\",%s}"
                .formatted(room, Ids.next(), members));

    assertThat(vera.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }
}
