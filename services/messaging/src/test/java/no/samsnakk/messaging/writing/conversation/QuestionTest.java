package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.entry.QuestionPayload.KIND;
import static no.samsnakk.contracts.entry.QuestionPayload.State.ANSWERED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.OPEN;
import static no.samsnakk.contracts.entry.QuestionPayload.State.PROMISED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message waits for one person, and what is said of that is decided under the room's lock. */
@QuarkusTest
@WithTestResource(World.class)
class QuestionTest extends RoomOfAre {
  private Person kari;
  private Person sara;
  private long message;

  @BeforeEach
  void areHasWritten() {
    kari = story.person();
    sara = story.person();
    story.letsIn(room, are, kari);
    story.letsIn(room, are, sara);
    message = are.sends(room, "Jeg kan ikke den 11.").seq();
  }

  private QuestionPayload question(State state, Person asker, Person addressee) {
    return question(state, asker, addressee, null);
  }

  private QuestionPayload question(
      State state, Person asker, Person addressee, @Nullable Long answer) {
    var friday = Norway.dayAt(story.now()).plusDays(2);
    return new QuestionPayload(
        message,
        state,
        asker.personId(),
        addressee.personId(),
        null,
        state == PROMISED ? friday : null,
        answer,
        follows());
  }

  /** How the message's question stands, which everybody has seen. */
  private @Nullable Long follows() {
    return Database.ask(
            Long.class,
            "select coalesce(max(seq), 0) from messaging.entry"
                + " where room_id = ? and about = ? and kind = 'QUESTION'",
            room,
            message)
        .stream()
        .filter(seq -> seq > 0)
        .findFirst()
        .orElse(null);
  }

  private String says(Person who, QuestionPayload says) {
    return who.says(room, KIND, says);
  }

  @Test
  void it_is_seen_by_all_who_look_new_to_nobody_and_told_to_those_who_do_not() {
    are.opens(room);
    vera.connects();
    assertThat(says(kari, question(OPEN, kari, sara))).isEqualTo("accepted");

    var seen =
        are.browser()
            .hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == message + 1)
            .message();
    assertThat(seen.envelope().entryClass()).isEqualTo(EntryClass.AMENDS);
    assertThat(seen.payload())
        .hasToString(
            "{\"about\":%d,\"state\":\"OPEN\",\"askedById\":\"%s\",\"addresseeId\":\"%s\"}"
                .formatted(message, kari.personId(), sara.personId()));
    var heard = vera.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == message + 1);
    assertThat(heard.own()).isTrue();
    assertThat(heard.at()).isNull();
    assertThat(heard.kind()).isEqualTo("QUESTION");
  }

  @Test
  void its_event_says_whom_it_wakes_and_a_messages_says_nothing() {
    says(kari, question(OPEN, kari, sara));
    says(sara, question(PROMISED, kari, sara));

    assertThat(wakes(message)).isEmpty();
    assertThat(wakes(message + 1)).containsExactly(sara.personId());
    assertThat(wakes(message + 2)).containsExactly(kari.personId());
  }

  @Test
  void R9_who_is_asked_lies_nowhere_in_the_clear() {
    says(kari, question(OPEN, kari, sara));

    assertThat(
            Database.ask(
                String.class,
                "select about || ' ' || standing || ' '"
                    + " || (encode(ciphertext, 'escape') like '%OPEN%')"
                    + " || (e::text like '%' || ? || '%')"
                    + " from messaging.entry e where room_id = ? and kind = 'QUESTION'",
                sara.personId().toString(),
                room))
        .containsExactly(message + " true falsefalse");
  }

  @Test
  void it_goes_on_from_one_to_another_until_it_is_answered() {
    assertThat(says(kari, question(OPEN, kari, sara))).isEqualTo("accepted");
    assertThat(says(sara, question(OPEN, kari, vera))).isEqualTo("accepted");
    assertThat(says(sara, question(PROMISED, kari, sara))).isEqualTo("question-changed");
    assertThat(says(vera, question(PROMISED, kari, vera))).isEqualTo("accepted");
    var answer = vera.sends(room, "Vi flytter den til den 17.").seq();
    assertThat(says(vera, question(ANSWERED, kari, vera, answer))).isEqualTo("accepted");
    assertThat(says(kari, question(WITHDRAWN, kari, vera))).isEqualTo("question-not-open");
    assertThat(says(are, question(OPEN, are, kari))).isEqualTo("accepted");
  }

  @Test
  void what_answers_it_is_a_message_of_the_room() {
    says(kari, question(OPEN, kari, sara));
    var elsewhere = story.room(are, vera);
    IntStream.range(0, 9).forEach(i -> are.sends(elsewhere, "Nummer " + i));

    // Its own entry is no message, and the ninth place is there in another room only.
    for (long answer : List.of(message + 1, message + 7, message, 0L)) {
      assertThat(says(sara, question(ANSWERED, kari, sara, answer))).isEqualTo("message-unknown");
    }
  }

  @Test
  void forty_who_settle_at_once_have_settled_it_once() {
    says(kari, question(OPEN, kari, sara));
    var settled = question(ANSWERED, kari, sara);
    var people = List.of(are, kari, sara);
    var browsers = people.stream().map(Person::connects).toList();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();

    IntStream.range(0, 40)
        .forEach(i -> browsers.get(i % 3).begins(room, ids.get(i), KIND, settled));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 3).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers.stream().filter("question-not-open"::equals)).hasSize(39);
  }

  @Test
  void forty_who_forward_at_once_have_forwarded_it_once() {
    says(kari, question(OPEN, kari, sara));
    var toVera = question(OPEN, kari, vera);
    var toAre = question(OPEN, kari, are);
    var browsers = List.of(kari.connects(), sara.connects());
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();

    IntStream.range(0, 40)
        .forEach(
            i -> browsers.get(i % 2).begins(room, ids.get(i), KIND, i % 3 == 0 ? toVera : toAre));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 2).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers).containsOnly("accepted", "question-changed", "question-unchanged");
  }

  @Test
  void forty_who_ask_at_once_have_asked_once() {
    var people = List.of(are, kari, vera, sara);
    var browsers = people.stream().map(Person::connects).toList();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();

    IntStream.range(0, 40)
        .forEach(
            i ->
                browsers
                    .get(i % 4)
                    .begins(room, ids.get(i), KIND, question(OPEN, people.get(i % 4), sara)));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 4).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers).containsOnly("accepted", "question-unchanged", "question-open");
  }

  @Test
  void R2_a_repeat_gets_the_same_answer_whatever_has_become_of_it() {
    var clientId = Ids.next();
    var asked = question(OPEN, kari, sara);
    assertThat(kari.browser().says(room, clientId, KIND, asked)).isEqualTo("accepted");
    says(sara, question(ANSWERED, kari, sara));
    kari.browser().forgets();

    assertThat(kari.browser().says(room, clientId, KIND, asked)).isEqualTo("accepted");
    kari.browser().forgets();
    assertThat(kari.browser().says(room, clientId, KIND, question(OPEN, kari, vera)))
        .isEqualTo("client-id-reused");
  }

  @Test
  void R4_nobody_who_has_lost_her_seat_is_asked_and_what_she_owed_can_be_asked_anew() {
    says(kari, question(OPEN, kari, sara));
    story.isRemovedSilently(sara, room);

    assertThat(says(sara, question(ANSWERED, kari, sara))).isEqualTo("room-unknown");
    assertThat(says(vera, question(OPEN, vera, sara))).isEqualTo("addressee-without-seat");
    assertThat(says(vera, question(OPEN, vera, kari))).isEqualTo("accepted");
  }

  @Test
  void R4_who_may_not_write_asks_nothing() {
    var outsider = story.person();
    outsider.connects();
    assertThat(says(outsider, question(OPEN, outsider, sara))).isEqualTo("room-unknown");
    assertThat(says(kari, question(OPEN, kari, outsider))).isEqualTo("addressee-without-seat");

    story.withdrawsSilently(room);
    assertThat(says(are, question(OPEN, are, sara))).isEqualTo("write-not-allowed");
  }

  @Test
  void nothing_is_asked_about_what_is_no_message() {
    says(kari, question(OPEN, kari, sara));
    message = message + 1;
    assertThat(says(kari, question(OPEN, kari, sara))).isEqualTo("message-unknown");
    message = 99;
    assertThat(says(kari, question(OPEN, kari, sara))).isEqualTo("message-unknown");
  }

  @Test
  void one_that_does_not_open_any_more_is_as_none() {
    says(kari, question(OPEN, kari, sara));
    Database.run(
        "update messaging.entry set ciphertext = decode('00', 'hex')"
            + " where room_id = ? and kind = 'QUESTION'",
        room);

    assertThat(says(sara, question(ANSWERED, kari, sara))).isEqualTo("question-not-open");
    assertThat(says(vera, question(OPEN, vera, sara))).isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"state\":\"OPEN\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\"",
        "\"about\":1,\"state\":\"LAPSED\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"NAV\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"state\":\"PROMISED\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\"",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\",\"promisedBy\":\"2026-12-01\"",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\",\"wantedBy\":\"2026-02-30\"",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\",\"wantedBy\":20500",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\",\"wantedBy\":[2026,12,1]",
        "\"about\":1,\"state\":\"OPEN\",\"askedById\":\"%1$s\",\"addresseeId\":\"%1$s\",\"answer\":2"
      })
  void what_has_not_its_shape_is_no_frame(String members) {
    vera.browser()
        .says(
            "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"kind\":\"QUESTION\",%s}"
                .formatted(room, Ids.next(), members.formatted(vera.personId())));

    assertThat(vera.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }
}
