package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.entry.AgreementPayload.KIND;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.ACTIVE;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.COMPLETED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.ACCEPTED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.OBJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementPayload.Status;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.EntryClass;
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

/** What some agree on is a row of the room, and what is said of it is decided under its lock. */
@QuarkusTest
@WithTestResource(World.class)
class AgreementTest extends RoomOfAre {
  private static final String RESPONSE = AgreementResponsePayload.KIND;
  private static final String WORDS = "Vera sender søknaden";
  private static final String OTHER_WORDS = "Sara sender søknaden";

  private Person sara;
  private long message;

  @BeforeEach
  void saraIsThere() {
    sara = story.person();
    story.letsIn(room, are, sara);
    message = vera.sends(room, "Skal jeg sende søknaden for deg?").seq();
  }

  private LocalDate inAWeek() {
    return Norway.dayAt(story.now()).plusDays(7);
  }

  private AgreementPayload proposed(Person by, Person... with) {
    var people = Stream.concat(Stream.of(by), Stream.of(with)).map(Person::personId).toList();
    return new AgreementPayload(
        null, ACTIVE, WORDS, people, by.personId(), inAWeek(), message, by.personId(), null);
  }

  /** What Vera has proposed to Are. */
  private AgreementPayload becomes(Status status, long about, long follows) {
    return says(status, about, follows, WORDS, vera);
  }

  private AgreementPayload inOtherWords(Person by, long about, long follows) {
    return says(ACTIVE, about, follows, OTHER_WORDS, by);
  }

  private AgreementPayload says(
      Status status, long about, @Nullable Long follows, String words, Person by) {
    return new AgreementPayload(
        about,
        status,
        words,
        List.of(vera.personId(), are.personId()),
        vera.personId(),
        inAWeek(),
        message,
        by.personId(),
        follows);
  }

  private static AgreementResponsePayload answer(long about, Response response, long follows) {
    return new AgreementResponsePayload(about, response, follows);
  }

  /** The place of what Vera proposes to Are. */
  private long veraProposes() {
    assertThat(vera.says(room, KIND, proposed(vera, are))).isEqualTo("accepted");
    return last(room);
  }

  @Test
  void what_is_proposed_and_done_are_rows_that_are_new_to_everybody_and_wake_as_messages_do() {
    are.opens(room);
    sara.connects();
    long at = veraProposes();
    var seen =
        are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == at).message();
    assertThat(seen.envelope().entryClass()).isEqualTo(EntryClass.VISIBLE);
    assertThat(seen.payload())
        .hasToString(
            ("{\"status\":\"ACTIVE\",\"description\":\"%s\",\"participantIds\":[\"%s\",\"%s\"],"
                    + "\"ownerId\":\"%2$s\",\"dueBy\":\"%s\",\"message\":%d,"
                    + "\"proposedById\":\"%2$s\"}")
                .formatted(WORDS, vera.personId(), are.personId(), inAWeek(), message));

    assertThat(are.says(room, KIND, becomes(COMPLETED, at, at))).isEqualTo("accepted");
    var heard = sara.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == at + 1);
    assertThat(heard.own()).isFalse();
    assertThat(heard.at()).isNotNull();
    assertThat(heard.kind()).isEqualTo(KIND);
    assertThat(wakes(at + 1)).isEmpty();
    assertThat(
            Database.ask(
                String.class,
                "select class || ' ' || about || ' ' || standing from messaging.entry"
                    + " where room_id = ? and kind = 'AGREEMENT' order by seq",
                room))
        .containsExactly("VISIBLE " + at + " true", "VISIBLE " + at + " false");
  }

  @Test
  void an_answer_hangs_on_what_is_proposed_is_new_to_nobody_and_wakes_whoever_proposed_it() {
    assertThat(vera.says(room, KIND, proposed(vera, are, sara))).isEqualTo("accepted");
    long at = last(room);
    sara.connects();
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("accepted");
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("agreement-unchanged");
    var heard = sara.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == at + 1);
    assertThat(heard.own()).isTrue();
    assertThat(heard.kind()).isEqualTo(RESPONSE);
    assertThat(wakes(at + 1)).containsExactly(vera.personId());
    assertThat(are.says(room, RESPONSE, answer(at, OBJECTED, at))).isEqualTo("accepted");
    assertThat(wakes(at + 2)).containsExactly(vera.personId());
  }

  @Test
  void what_one_has_answered_is_what_she_has_said_whoever_has_said_the_same() {
    assertThat(vera.says(room, KIND, proposed(vera, are, sara))).isEqualTo("accepted");
    long at = last(room);
    var accepts = answer(at, ACCEPTED, at);
    assertThat(are.says(room, RESPONSE, accepts)).isEqualTo("accepted");
    assertThat(sara.says(room, RESPONSE, accepts)).isEqualTo("accepted");
    assertThat(are.says(room, RESPONSE, accepts)).isEqualTo("agreement-unchanged");
  }

  @Test
  void R9_what_is_agreed_on_lies_nowhere_in_the_clear() {
    long at = veraProposes();
    are.says(room, RESPONSE, answer(at, OBJECTED, at));
    are.says(room, KIND, becomes(CANCELLED, at, at));
    assertThat(
            Database.ask(
                String.class,
                "select (e::text like '%søknaden%') || '' || (e::text like '%' || ? || '%')"
                    + " || (encode(ciphertext, 'escape') ~ 'ACTIVE|CANCELLED|OBJECTED|Vera')"
                    + " from messaging.entry e where room_id = ? and kind like 'AGREEMENT%'",
                inAWeek().toString(),
                room))
        .containsExactly("falsefalsefalse", "falsefalsefalse", "falsefalsefalse");
  }

  @Test
  void forty_who_settle_at_once_have_settled_it_once() {
    long at = veraProposes();
    var browsers = Stream.of(are, vera).map(Person::connects).toList();
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
                        switch (i % 3) {
                          case 0 -> becomes(CANCELLED, at, at);
                          case 1 -> becomes(COMPLETED, at, at);
                          default -> inOtherWords(i % 2 == 0 ? are : vera, at, at);
                        }));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 2).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers).isSubsetOf("accepted", "agreement-changed", "too-many-requests");
    assertThat(last(room)).isEqualTo(at + 1);
  }

  @Test
  void forty_answers_and_other_words_at_once_none_answers_what_no_longer_stands() {
    long at = veraProposes();
    var arePhone = are.connects();
    var veraPhone = vera.connects();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
    IntStream.range(0, 40)
        .forEach(
            i -> {
              if (i == 20) {
                veraPhone.begins(room, ids.get(i), KIND, inOtherWords(vera, at, at));
              } else {
                var response = i % 2 == 0 ? ACCEPTED : OBJECTED;
                arePhone.begins(room, ids.get(i), RESPONSE, answer(at, response, at));
              }
            });
    var answers =
        IntStream.range(0, 40)
            .mapToObj(i -> (i == 20 ? veraPhone : arePhone).answer(ids.get(i)))
            .toList();
    assertThat(answers.get(20)).isEqualTo("accepted");
    assertThat(answers)
        .isSubsetOf("accepted", "agreement-unchanged", "agreement-changed", "too-many-requests");
    long others =
        Database.ask(
                Long.class,
                "select max(seq) from messaging.entry where room_id = ? and kind = 'AGREEMENT'",
                room)
            .getFirst();
    assertThat(
            Database.ask(
                Long.class,
                "select count(*) from messaging.entry where room_id = ? and seq > ?"
                    + " and kind = 'AGREEMENT_RESPONSE'",
                room,
                others))
        .containsExactly(0L);
  }

  @Test
  void R2_a_repeat_gets_the_same_answer_whatever_has_become_of_it() {
    var clientId = Ids.next();
    long at = veraProposes();
    var accepts = answer(at, ACCEPTED, at);
    assertThat(are.browser().says(room, clientId, RESPONSE, accepts)).isEqualTo("accepted");
    assertThat(vera.says(room, KIND, becomes(COMPLETED, at, at))).isEqualTo("accepted");
    are.browser().forgets();

    assertThat(are.browser().says(room, clientId, RESPONSE, accepts)).isEqualTo("accepted");
    are.browser().forgets();
    assertThat(are.browser().says(room, clientId, RESPONSE, answer(at, OBJECTED, at)))
        .isEqualTo("client-id-reused");
    assertThat(last(room)).isEqualTo(at + 2);
  }

  @Test
  void R4_nobody_is_bound_who_has_no_seat_and_who_has_lost_hers_settles_nothing() {
    var outsider = story.person();
    assertThat(vera.says(room, KIND, proposed(vera, outsider))).isEqualTo("addressee-without-seat");
    long at = veraProposes();
    story.isRemovedSilently(vera, room);
    assertThat(vera.says(room, KIND, becomes(COMPLETED, at, at))).isEqualTo("room-unknown");
    assertThat(are.says(room, KIND, inOtherWords(are, at, at))).isEqualTo("addressee-without-seat");
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("accepted");
    assertThat(are.says(room, KIND, becomes(CANCELLED, at, at))).isEqualTo("accepted");
    story.withdrawsSilently(room);
    assertThat(are.says(room, KIND, proposed(are, sara))).isEqualTo("write-not-allowed");
  }

  @Test
  void R4_nobody_agrees_for_another() {
    long at = veraProposes();
    assertThat(vera.says(room, RESPONSE, answer(at, ACCEPTED, at)))
        .isEqualTo("agreement-not-theirs");
    assertThat(sara.says(room, RESPONSE, answer(at, ACCEPTED, at)))
        .isEqualTo("agreement-not-theirs");
    assertThat(sara.says(room, KIND, becomes(COMPLETED, at, at))).isEqualTo("agreement-not-theirs");
    assertThat(are.says(room, KIND, inOtherWords(vera, at, at))).isEqualTo("agreement-not-theirs");
    // No member of a frame says who sends it.
    var forged = Map.of("about", at, "response", "ACCEPTED", "follows", at, "senderId", "x");
    assertThat(sara.says(room, RESPONSE, forged)).isEqualTo("agreement-not-theirs");
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("accepted");
  }

  @Test
  void what_is_no_agreement_is_neither_ended_nor_answered() {
    long at = veraProposes();
    var start = LocalDateTime.of(inAWeek(), LocalTime.NOON);
    var slot = new AppointmentPayload.Slot(start, start.plusHours(1));
    var times =
        new AppointmentPayload(
            null,
            AppointmentPayload.Status.PROPOSED,
            "Samtale",
            List.of(slot),
            null,
            null,
            null,
            List.of(vera.personId(), are.personId()),
            vera.personId(),
            null);
    assertThat(vera.says(room, AppointmentPayload.KIND, times)).isEqualTo("accepted");
    long appointment = last(room);
    for (long other : List.of(message, appointment)) {
      for (var status : Status.values()) {
        assertThat(are.says(room, KIND, says(status, other, other, WORDS, are)))
            .isEqualTo("agreement-unknown");
      }
      assertThat(are.says(room, RESPONSE, answer(other, ACCEPTED, other)))
          .isEqualTo("agreement-unknown");
    }
    assertThat(are.says(room, KIND, becomes(COMPLETED, 99, 99))).isEqualTo("message-unknown");
    assertThat(are.says(room, RESPONSE, answer(99, ACCEPTED, 99))).isEqualTo("message-unknown");
    assertThat(vera.says(room, KIND, inOtherWords(vera, at, at))).isEqualTo("accepted");
    long later = last(room);
    // It began further up: a later row of the same is not where it began.
    assertThat(are.says(room, RESPONSE, answer(later, ACCEPTED, later)))
        .isEqualTo("agreement-unknown");
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, later))).isEqualTo("accepted");
  }

  @Test
  void what_follows_another_agreement_settles_none() {
    long one = veraProposes();
    long other = veraProposes();
    assertThat(are.says(room, RESPONSE, answer(one, ACCEPTED, other)))
        .isEqualTo("agreement-changed");
    assertThat(are.says(room, KIND, becomes(COMPLETED, one, other))).isEqualTo("agreement-changed");
    assertThat(are.says(room, KIND, inOtherWords(are, other, one))).isEqualTo("agreement-changed");
  }

  @Test
  void the_message_that_it_was_made_from_is_there_and_is_a_row() {
    long at = veraProposes();
    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("accepted");
    for (long nowhere : List.of(0L, last(room), last(room) + 1, 99L)) {
      var made =
          new AgreementPayload(
              null,
              ACTIVE,
              WORDS,
              List.of(vera.personId(), are.personId()),
              null,
              null,
              nowhere,
              vera.personId(),
              null);
      assertThat(vera.says(room, KIND, made)).isEqualTo("message-unknown");
    }
  }

  @Test
  void of_one_that_does_not_open_nobody_says_anything() {
    long at = veraProposes();
    Database.run(
        "update messaging.entry set ciphertext = decode('00', 'hex') where room_id = ? and seq = ?",
        room,
        at);

    assertThat(are.says(room, RESPONSE, answer(at, ACCEPTED, at))).isEqualTo("agreement-unknown");
    assertThat(are.says(room, KIND, becomes(COMPLETED, at, at))).isEqualTo("agreement-unknown");
    assertThat(are.says(room, KIND, inOtherWords(are, at, at))).isEqualTo("agreement-unknown");
  }

  @Test
  void a_message_can_be_answered_shortly_that_proposes_an_agreement() {
    long at = veraProposes();
    assertThat(are.says(room, "ACKNOWLEDGEMENT", Map.of("about", at, "says", "THANKS")))
        .isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":\"COMPLETED\"",
        "\"status\":\"CANCELLED\"",
        "\"status\":\"BOOKED\"",
        "\"status\":\"active\"",
        "\"status\":0",
        "\"about\":1",
        "\"follows\":1",
        "\"about\":\"1\",\"follows\":\"1\"",
        "\"dueBy\":\"2027-02-30\"",
        "\"dueBy\":\"2027-01-01T10:00\"",
        "\"dueBy\":[2027,1,1]",
        "\"dueBy\":\"\"",
        "\"ownerId\":\"Vera\"",
        "\"message\":1.5",
        "\"participantIds\":[null]",
        "\"participantIds\":\"%1$s\"",
        "\"description\":7",
        "\"description\":null",
        "\"proposedById\":null"
      })
  void what_has_not_its_shape_is_no_frame(String members) {
    vera.browser().says(frame(members));

    assertThat(vera.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"about\":1",
        "\"about\":1,\"response\":\"ACCEPTED\"",
        "\"about\":1,\"follows\":1",
        "\"response\":\"ACCEPTED\",\"follows\":1",
        "\"about\":1,\"response\":\"TENTATIVE\",\"follows\":1",
        "\"about\":1,\"response\":0,\"follows\":1"
      })
  void an_answer_that_has_not_its_shape_is_no_frame(String members) {
    are.browser().says(send(RESPONSE, members));

    assertThat(are.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }

  @Test
  void what_has_its_shape_is_one_whatever_else_a_newer_browser_says() {
    vera.browser().says(frame("\"ownerId\":\"%1$s\",\"until\":7"));
    vera.browser().hears(ServerFrame.Accepted.class, it -> it.seq() == message + 1);
    are.browser()
        .says(
            send(
                RESPONSE,
                "\"about\":%1$d,\"response\":\"ACCEPTED\",\"follows\":%1$d"
                    .formatted(message + 1)));
    are.browser().hears(ServerFrame.Accepted.class, it -> it.seq() == message + 2);
  }

  /** What Vera proposes, but for these members. */
  private String frame(String members) {
    var usual =
        Map.of(
            "status",
            "\"ACTIVE\"",
            "description",
            "\"" + WORDS + "\"",
            "participantIds",
            "[\"%s\",\"%s\"]".formatted(vera.personId(), are.personId()),
            "proposedById",
            "\"" + vera.personId() + "\"");
    var others =
        usual.entrySet().stream()
            .filter(it -> !members.contains("\"" + it.getKey() + "\""))
            .map(it -> "\"" + it.getKey() + "\":" + it.getValue());
    return send(
        KIND,
        Stream.concat(others, Stream.of(members.formatted(vera.personId())))
            .collect(Collectors.joining(",")));
  }

  private String send(String kind, String members) {
    return "{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"kind\":\"%s\",%s}"
        .formatted(room, Ids.next(), kind, members);
  }
}
