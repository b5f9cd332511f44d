package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.entry.AppointmentPayload.KIND;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.BOOKED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
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

/**
 * Times that are proposed are rows of the room, and what is said of them is decided under its lock.
 */
@QuarkusTest
@WithTestResource(World.class)
class AppointmentTest extends RoomOfAre {
  private static final String RESPONSE = AppointmentResponsePayload.KIND;

  private Person sara;
  private List<Slot> slots;

  @BeforeEach
  void saraIsThere() {
    sara = story.person();
    story.letsIn(room, are, sara);
    are.sends(room, "Jeg kan ikke den 11.");
    var inAWeek = Norway.dayAt(story.now()).plusDays(7);
    slots =
        Stream.of(10, 12)
            .map(hour -> inAWeek.atTime(hour, 0))
            .map(start -> new Slot(start, start.plusMinutes(45)))
            .toList();
  }

  private AppointmentPayload proposed(Person by, Person... with) {
    return new AppointmentPayload(
        null,
        PROPOSED,
        "Samtale",
        slots,
        null,
        "Øyane DPS",
        null,
        Stream.concat(Stream.of(by), Stream.of(with)).map(Person::personId).toList(),
        by.personId(),
        null);
  }

  /** Two are to come. */
  private AppointmentPayload becomes(
      Status status, long about, long follows, @Nullable Slot booked) {
    return new AppointmentPayload(
        about,
        status,
        "Samtale",
        slots,
        booked,
        "Øyane DPS",
        null,
        List.of(sara.personId(), are.personId()),
        sara.personId(),
        follows);
  }

  /** The place of what Sara proposes to Are. */
  private long saraProposes() {
    assertThat(sara.says(room, KIND, proposed(sara, are))).isEqualTo("accepted");
    return last(room);
  }

  private Slot first() {
    return slots.getFirst();
  }

  private Slot second() {
    return slots.getLast();
  }

  @Test
  void what_is_proposed_and_settled_are_rows_that_are_new_to_everybody_and_wake_as_messages_do() {
    are.opens(room);
    vera.connects();
    long at = saraProposes();
    var seen =
        are.browser().hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == at).message();
    assertThat(seen.envelope().entryClass()).isEqualTo(EntryClass.VISIBLE);
    assertThat(seen.payload()).isNotNull();
    assertThat(seen.payload().path("slots").path(0).path("start").asText())
        .isEqualTo(first().start().toString());
    assertThat(seen.payload().has("about")).isFalse();

    assertThat(are.says(room, KIND, becomes(BOOKED, at, at, second()))).isEqualTo("accepted");
    var heard = vera.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == at + 1);
    assertThat(heard.own()).isFalse();
    assertThat(heard.at()).isNotNull();
    assertThat(heard.kind()).isEqualTo(KIND);
    assertThat(wakes(at + 1)).isEmpty();
    assertThat(
            Database.ask(
                String.class,
                "select class || ' ' || about || ' ' || standing from messaging.entry"
                    + " where room_id = ? and kind = 'APPOINTMENT' order by seq",
                room))
        .containsExactly("VISIBLE " + at + " true", "VISIBLE " + at + " true");
  }

  @Test
  void an_answer_hangs_on_what_is_proposed_is_new_to_nobody_and_wakes_whoever_proposed_it() {
    assertThat(sara.says(room, KIND, proposed(sara, are, vera))).isEqualTo("accepted");
    long at = last(room);
    vera.connects();
    var fits = new AppointmentResponsePayload(at, List.of(first().start()), at);
    assertThat(are.says(room, RESPONSE, fits)).isEqualTo("accepted");
    assertThat(are.says(room, RESPONSE, fits)).isEqualTo("appointment-unchanged");
    var heard = vera.browser().hears(ServerFrame.Activity.class, it -> it.lastSeq() == at + 1);
    assertThat(heard.own()).isTrue();
    assertThat(heard.kind()).isEqualTo(RESPONSE);
    assertThat(wakes(at + 1)).containsExactly(sara.personId());
  }

  @Test
  void R9_what_is_agreed_lies_nowhere_in_the_clear() {
    long at = saraProposes();
    are.says(room, KIND, becomes(BOOKED, at, at, first()));
    assertThat(
            Database.ask(
                String.class,
                "select (e::text like '%Samtale%') || '' || (e::text like '%' || ? || '%')"
                    + " || (encode(ciphertext, 'escape') ~ 'PROPOSED|BOOKED|Samtale')"
                    + " from messaging.entry e where room_id = ? and kind = 'APPOINTMENT'",
                first().start().toString(),
                room))
        .containsExactly("falsefalsefalse", "falsefalsefalse");
  }

  @Test
  void forty_who_settle_at_once_have_settled_it_once() {
    long at = saraProposes();
    var people = List.of(are, sara);
    var browsers = people.stream().map(Person::connects).toList();
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
                        i % 3 == 0
                            ? becomes(CANCELLED, at, at, null)
                            : becomes(BOOKED, at, at, i % 3 == 1 ? first() : second())));

    var answers =
        IntStream.range(0, 40).mapToObj(i -> browsers.get(i % 2).answer(ids.get(i))).toList();
    assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
    assertThat(answers)
        .isSubsetOf(
            "accepted", "appointment-changed", "appointment-not-open", "appointment-not-theirs");
  }

  @Test
  void forty_answers_and_other_times_at_once_none_answers_what_no_longer_stands() {
    long at = saraProposes();
    var arePhone = are.connects();
    var saraPhone = sara.connects();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();
    var fits = new AppointmentResponsePayload(at, List.of(first().start()), at);
    IntStream.range(0, 40)
        .forEach(
            i -> {
              if (i == 20) {
                saraPhone.begins(room, ids.get(i), KIND, becomes(PROPOSED, at, at, null));
              } else {
                arePhone.begins(room, ids.get(i), RESPONSE, fits);
              }
            });
    var answers =
        IntStream.range(0, 40)
            .mapToObj(i -> (i == 20 ? saraPhone : arePhone).answer(ids.get(i)))
            .toList();
    assertThat(answers.get(20)).isEqualTo("accepted");
    assertThat(answers)
        .isSubsetOf(
            "accepted", "appointment-unchanged", "appointment-changed", "too-many-requests");
    long others =
        Database.ask(
                Long.class,
                "select max(seq) from messaging.entry where room_id = ? and kind = 'APPOINTMENT'",
                room)
            .getFirst();
    assertThat(
            Database.ask(
                Long.class,
                "select count(*) from messaging.entry where room_id = ? and seq > ?"
                    + " and kind = 'APPOINTMENT_RESPONSE'",
                room,
                others))
        .containsExactly(0L);
  }

  @Test
  void R2_a_repeat_gets_the_same_answer_whatever_has_become_of_it() {
    var clientId = Ids.next();
    long at = saraProposes();
    var booked = becomes(BOOKED, at, at, first());
    assertThat(are.browser().says(room, clientId, KIND, booked)).isEqualTo("accepted");
    assertThat(sara.says(room, KIND, becomes(CANCELLED, at, at + 1, first())))
        .isEqualTo("accepted");
    are.browser().forgets();

    assertThat(are.browser().says(room, clientId, KIND, booked)).isEqualTo("accepted");
    are.browser().forgets();
    assertThat(are.browser().says(room, clientId, KIND, becomes(BOOKED, at, at, second())))
        .isEqualTo("client-id-reused");
  }

  @Test
  void R4_nobody_is_to_come_who_has_no_seat_and_who_has_lost_hers_settles_nothing() {
    var outsider = story.person();
    assertThat(sara.says(room, KIND, proposed(sara, outsider))).isEqualTo("addressee-without-seat");
    long at = saraProposes();
    story.isRemovedSilently(sara, room);
    assertThat(sara.says(room, KIND, becomes(BOOKED, at, at, first()))).isEqualTo("room-unknown");
    assertThat(are.says(room, KIND, becomes(CANCELLED, at, at, null))).isEqualTo("accepted");
    story.withdrawsSilently(room);
    assertThat(are.says(room, KIND, proposed(are, vera))).isEqualTo("write-not-allowed");
  }

  @Test
  void what_is_no_appointment_is_neither_settled_nor_answered() {
    long at = saraProposes();
    long text = at - 1;
    assertThat(are.says(room, KIND, becomes(BOOKED, text, text, first())))
        .isEqualTo("appointment-unknown");
    var fits = new AppointmentResponsePayload(text, List.of(first().start()), text);
    assertThat(are.says(room, RESPONSE, fits)).isEqualTo("appointment-unknown");
    assertThat(are.says(room, KIND, becomes(BOOKED, 99, 99, first()))).isEqualTo("message-unknown");
    assertThat(are.says(room, KIND, becomes(BOOKED, at, at, first()))).isEqualTo("accepted");
    // It began further up: a later row of the same is not where it began.
    assertThat(are.says(room, KIND, becomes(CANCELLED, at + 1, at + 1, first())))
        .isEqualTo("appointment-unknown");
    assertThat(are.says(room, KIND, becomes(CANCELLED, at, at + 1, first()))).isEqualTo("accepted");
  }

  @Test
  void a_message_can_be_answered_shortly_that_proposes_times() {
    long at = saraProposes();
    assertThat(are.says(room, "ACKNOWLEDGEMENT", Map.of("about", at, "says", "THANKS")))
        .isEqualTo("accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":\"BOOKED\",\"slots\":[%2$s]",
        "\"status\":\"PROPOSED\"",
        "\"status\":\"PENDING\",\"slots\":[%2$s]",
        "\"status\":\"PROPOSED\",\"slots\":[%2$s],\"booked\":%2$s",
        "\"status\":\"PROPOSED\",\"slots\":[%2$s],\"about\":1",
        "\"status\":\"PROPOSED\",\"slots\":[%2$s],\"follows\":1",
        "\"status\":\"PROPOSED\",\"slots\":[{\"start\":\"2027-01-01T10:00\"}]",
        "\"status\":\"PROPOSED\",\"slots\":[{\"start\":\"2027-01-01T10:00Z\",\"end\":\"2027-01-01T11:00Z\"}]",
        "\"status\":\"PROPOSED\",\"slots\":[{\"start\":\"2027-02-30T10:00\",\"end\":\"2027-02-30T11:00\"}]",
        "\"status\":\"PROPOSED\",\"slots\":[{\"start\":[2027,1,1,10,0],\"end\":[2027,1,1,11,0]}]",
        "\"status\":\"PROPOSED\",\"slots\":[{\"start\":\"2027-01-01T10:00:30\",\"end\":\"2027-01-01T11:00\"}]",
        "\"status\":\"PROPOSED\",\"slots\":[null]"
      })
  void what_has_not_its_shape_is_no_frame(String members) {
    vera.browser()
        .says(
            ("{\"type\":\"send\",\"roomId\":\"%s\",\"clientId\":\"%s\",\"kind\":\"APPOINTMENT\","
                    + "\"description\":\"Samtale\",\"participantIds\":[\"%s\",\"%s\"],"
                    + "\"proposedById\":\"%3$s\",%s}")
                .formatted(
                    room,
                    Ids.next(),
                    vera.personId(),
                    are.personId(),
                    members.formatted(
                        "", "{\"start\":\"2027-01-01T10:00\",\"end\":\"2027-01-01T11:00\"}")));

    assertThat(vera.browser().hears(ServerFrame.ErrorFrame.class).code())
        .isEqualTo("frame-malformed");
  }
}
