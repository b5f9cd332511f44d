package no.samsnakk.messaging.writing.conversation;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.AcknowledgementPayload.Says;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was said otherwise or taken back is shown as it stands; what stood before to those alone who
 * had read it, to whoever wrote it, and to the patient once anybody had.
 */
@QuarkusTest
@WithTestResource(World.class)
class CorrectionTest extends RoomOfAre {
  private Person kari;
  private long message;

  @BeforeEach
  void veraHasWritten() {
    kari = story.person();
    story.letsIn(room, are, kari);
    message = vera.sends(room, "Hemmelig om en annen").seq();
  }

  private String edits(Person who, String body) {
    return who.says(room, EditPayload.KIND, EditPayload.of(message, body));
  }

  private String retracts(Person who) {
    return who.says(room, RetractionPayload.KIND, RetractionPayload.of(message));
  }

  private void reads(Person who) {
    reads(who, message);
  }

  private void reads(Person who, long seq) {
    who.browser().says(new ClientFrame.Read(room, seq, seq));
    story.wire.hears(
        MessagesRead.class,
        it -> it.roomId().equals(room) && it.personId().equals(who.personId()) && it.seq() == seq);
  }

  /** What she is shown of it, by its place, when she opens the room. */
  private Map<Long, Entry> opened(Person who) {
    return who.connects().opens(room).messages().stream()
        .collect(Collectors.toMap(Entry::seq, Function.identity()));
  }

  private @Nullable String body(Map<Long, Entry> shown, long seq) {
    var payload = shown.get(seq).payload();
    return payload == null || !payload.has("body") ? null : payload.get("body").asText();
  }

  private @Nullable String bodyFor(Person who, long seq) {
    var opened = body(opened(who), seq);
    List<String> paged =
        who.pages(room, Map.of("before", seq + 1, "limit", 1))
            .statusCode(200)
            .extract()
            .path("items.findAll { it.seq == " + seq + " }.body");
    assertThat(paged.stream().filter(Objects::nonNull).findFirst().orElse(null)).isEqualTo(opened);
    return opened;
  }

  @Test
  void R9_what_nobody_had_read_is_shown_to_nobody_but_who_wrote_it() {
    assertThat(retracts(vera)).isEqualTo("accepted");

    assertThat(bodyFor(vera, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(kari, message)).isNull();
    // It may be about somebody else.
    assertThat(bodyFor(are, message)).isNull();
  }

  @Test
  void what_a_helper_had_read_is_kept_for_her_and_for_the_patient() {
    var sara = story.person();
    story.letsIn(room, are, sara);
    reads(kari);

    assertThat(retracts(vera)).isEqualTo("accepted");

    for (Person who : List.of(vera, kari, are)) {
      assertThat(bodyFor(who, message)).isEqualTo("Hemmelig om en annen");
    }
    assertThat(bodyFor(sara, message)).isNull();
    var says = opened(sara).get(message + 1).payload();
    assertThat(says).isNotNull();
    assertThat(says.get("readBy")).hasToString("[\"" + kari.personId() + "\"]");
    assertThat(Json.MAPPER.convertValue(says.get("keptFor"), UUID[].class))
        .containsExactlyInAnyOrder(vera.personId(), kari.personId(), are.personId());
  }

  @Test
  void R9_who_marks_it_as_read_once_it_is_taken_back_is_shown_nothing_for_it() {
    retracts(vera);
    reads(kari);

    assertThat(bodyFor(kari, message)).isNull();
  }

  @Test
  void R9_what_the_client_says_of_who_had_read_it_counts_for_nothing() {
    var forged = new RetractionPayload(message, List.of(kari.personId()), List.of(kari.personId()));

    assertThat(vera.says(room, RetractionPayload.KIND, forged)).isEqualTo("accepted");

    assertThat(bodyFor(kari, message)).isNull();
  }

  @Test
  void of_what_was_changed_each_sees_the_newest_and_what_she_had_read_herself() {
    reads(kari);
    assertThat(edits(vera, "Andre ord")).isEqualTo("accepted");
    reads(kari, message + 1);
    assertThat(edits(vera, "Tredje ord")).isEqualTo("accepted");
    reads(kari, message + 2);

    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(are, message)).isEqualTo("Hemmelig om en annen");
    for (Person who : List.of(vera, kari, are)) {
      assertThat(bodyFor(who, message + 2)).isEqualTo("Tredje ord");
    }
    var sara = story.person();
    story.letsIn(room, are, sara);
    assertThat(bodyFor(sara, message)).isNull();
    assertThat(bodyFor(sara, message + 1)).isNull();
    assertThat(bodyFor(sara, message + 2)).isEqualTo("Tredje ord");

    retracts(vera);
    assertThat(bodyFor(sara, message + 2)).isNull();
    // That she has looked again nobody knows.
    assertThat(bodyFor(kari, message + 2)).isNull();
    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
  }

  @Test
  void R8_helpers_do_not_talk_past_the_patient_in_words_that_are_put_in_and_taken_back() {
    reads(kari);
    edits(vera, "Ikke si det til ham");
    // Her screen shows it, and her mark of the message covers it already.
    reads(kari, message + 1);

    retracts(vera);

    assertThat(bodyFor(are, message + 1)).isEqualTo("Ikke si det til ham");
    assertThat(bodyFor(are, message)).isEqualTo("Hemmelig om en annen");
  }

  @Test
  void that_he_has_read_it_himself_does_not_keep_for_the_patient_what_nobody_else_had() {
    reads(are);
    edits(vera, "Om en annen, i feil rom");

    retracts(vera);

    assertThat(bodyFor(are, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(are, message + 1)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hemmelig om en annen ",
        "Hemmelig  om en\nannen",
        "Hemmelig\u00a0om en annen",
        "Hem\u200bmelig om en annen",
        "Hemmelig om en annen\u2060",
        "\u200d\u200cHemmelig om en annen"
      })
  void what_nobody_sees_is_no_change(String body) {
    assertThat(edits(vera, body)).isEqualTo("edit-unchanged");
    assertThat(edits(vera, "Hemmelig om en annén")).isEqualTo("accepted");
    assertThat(edits(vera, "Hemmelig om en anne\u0301n")).isEqualTo("edit-unchanged");
  }

  @Test
  void who_reads_live_has_it_and_who_comes_late_never_has() {
    kari.opens(room);
    kari.sees("Hemmelig om en annen");
    vera.sends(room, "Hei");
    retracts(vera);

    var retraction =
        kari.browser()
            .hears(ServerFrame.EntryFrame.class, it -> it.message().seq() == message + 2)
            .message();
    assertThat(retraction.payload()).isNotNull();
    assertThat(retraction.payload().get("readBy")).isEmpty();

    var late = are.connects();
    late.opens(room);
    late.hearsAllThatIsComing();
    assertThat(late.hasSeen("Hemmelig om en annen")).isFalse();
    assertThat(late.hasSeen("Hei")).isTrue();
  }

  @Test
  void nobody_changes_or_takes_back_what_another_has_said() {
    for (Person who : List.of(are, kari)) {
      assertThat(edits(who, "Noe annet")).isEqualTo("message-not-own");
      assertThat(retracts(who)).isEqualTo("message-not-own");
    }
    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
  }

  @Test
  void only_a_text_of_this_room_is_changed_or_taken_back() {
    var elsewhere = story.room(are, vera);
    IntStream.range(0, 9).forEach(i -> vera.sends(elsewhere, "Nummer " + i));
    message = 8;
    assertThat(edits(vera, "Noe")).isEqualTo("message-unknown");
    assertThat(retracts(vera)).isEqualTo("message-unknown");

    var agreement =
        new AgreementPayload(
            null,
            AgreementPayload.Status.ACTIVE,
            "Vera ringer",
            List.of(vera.personId(), are.personId()),
            null,
            null,
            null,
            vera.personId(),
            null);
    assertThat(vera.says(room, AgreementPayload.KIND, agreement)).isEqualTo("accepted");
    message = last(room);
    assertThat(edits(vera, "Noe")).isEqualTo("message-not-correctable");
    assertThat(retracts(vera)).isEqualTo("message-not-correctable");
  }

  @Test
  void its_words_are_a_texts() {
    assertThat(edits(vera, "")).isEqualTo("message-empty");
    assertThat(edits(vera, "x".repeat(8_001))).isEqualTo("message-too-long");
    assertThat(edits(vera, "a\u0007b")).isEqualTo("message-not-text");
  }

  @Test
  void of_what_was_taken_back_nothing_more_is_said() {
    retracts(vera);

    assertThat(retracts(vera)).isEqualTo("message-retracted");
    assertThat(edits(vera, "Likevel")).isEqualTo("message-retracted");
    assertThat(
            kari.says(
                room,
                AcknowledgementPayload.KIND,
                new AcknowledgementPayload(message, Says.RECEIVED)))
        .isEqualTo("message-retracted");
    assertThat(kari.says(room, QuestionPayload.KIND, asks(kari, vera)))
        .isEqualTo("message-retracted");
  }

  /** What Kari and Are agree on: made from a message, and how it stands since it began. */
  private AgreementPayload agreement(
      AgreementPayload.Status status, long madeFrom, @Nullable Long began) {
    return new AgreementPayload(
        began,
        status,
        "Vera ringer",
        List.of(kari.personId(), are.personId()),
        null,
        null,
        madeFrom,
        kari.personId(),
        began);
  }

  private QuestionPayload asks(Person asker, Person addressee) {
    return new QuestionPayload(
        message, State.OPEN, asker.personId(), addressee.personId(), null, null, null, null);
  }

  @Test
  void a_question_that_was_made_of_it_waits_for_nobody() {
    kari.says(room, QuestionPayload.KIND, asks(kari, are));
    assertThat(questions(are)).isEqualTo(1);

    retracts(vera);

    assertThat(questions(are)).isZero();
    assertThat(questions(kari)).isZero();
  }

  private int questions(Person who) {
    return who.asks()
        .get("/api/conversations/questions")
        .then()
        .statusCode(200)
        .extract()
        .path("items.size()");
  }

  @Test
  void its_event_says_what_it_takes_back_and_wakes_nobody() {
    edits(vera, "Andre ord");
    retracts(vera);

    assertThat(event(message).retracts()).isNull();
    assertThat(event(message + 1).retracts()).isNull();
    assertThat(event(message + 1).wakes()).isEmpty();
    assertThat(event(message + 2).retracts()).isEqualTo(message);
    assertThat(event(message + 2).wakes()).isEmpty();
  }

  private EntryCommitted event(long seq) {
    return story.wire.hears(
        EntryCommitted.class, it -> it.roomId().equals(room) && it.seq() == seq);
  }

  @Test
  void R2_what_is_sent_again_is_accepted_again_though_the_server_has_added_to_it() {
    reads(kari);
    var id = Ids.next();
    var browser = vera.browser();
    for (int i = 0; i < 3; i++) {
      assertThat(browser.says(room, id, RetractionPayload.KIND, RetractionPayload.of(message)))
          .isEqualTo("accepted");
    }
    assertThat(last(room)).isEqualTo(message + 1);
    assertThat(vera.connects().says(room, id, EditPayload.KIND, EditPayload.of(message, "x")))
        .isEqualTo("client-id-reused");
  }

  @Test
  void forty_at_once_take_it_back_once() {
    var browsers = IntStream.range(0, 4).mapToObj(i -> vera.connects()).toList();
    var ids = IntStream.range(0, 40).mapToObj(i -> Ids.next()).toList();

    IntStream.range(0, 40)
        .forEach(
            i ->
                browsers
                    .get(i % 4)
                    .begins(
                        room, ids.get(i), RetractionPayload.KIND, RetractionPayload.of(message)));

    var answers =
        IntStream.range(0, 40)
            .mapToObj(i -> browsers.get(i % 4).answer(ids.get(i)))
            .collect(groupingBy(Function.identity(), Collectors.counting()));
    assertThat(answers)
        .containsOnly(Map.entry("accepted", 1L), Map.entry("message-retracted", 39L));
  }

  @Test
  void R9_its_words_lie_nowhere_in_the_clear() {
    edits(vera, "Helt andre ord");

    assertThat(
            Database.ask(
                Long.class,
                "select count(*) from messaging.entry where room_id = ? and kind = 'EDIT'"
                    + " and encode(ciphertext, 'escape') like '%andre%'",
                room))
        .containsExactly(0L);
  }

  @Test
  void who_writes_into_the_database_what_it_is_about_hides_nothing_else() {
    retracts(vera);
    var other = vera.sends(room, "Noe annet").seq();
    Database.run(
        "update messaging.entry set about = ? where room_id = ? and kind = 'RETRACTION'",
        message + 1,
        room);

    assertThat(bodyFor(kari, other)).isEqualTo("Noe annet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_epoch = access_epoch + 7", "sender_id = gen_random_uuid()"})
  void what_took_it_back_and_does_not_open_any_more_shows_nothing_either(String change) {
    reads(kari);
    retracts(vera);
    Database.run(
        "update messaging.entry set " + change + " where room_id = ? and kind = 'RETRACTION'",
        room);

    assertThat(bodyFor(kari, message)).isNull();
    assertThat(bodyFor(vera, message)).isEqualTo("Hemmelig om en annen");
  }

  @Test
  void the_same_words_change_nothing() {
    assertThat(edits(vera, "Hemmelig om en annen")).isEqualTo("edit-unchanged");
    assertThat(edits(vera, "Andre ord")).isEqualTo("accepted");
    assertThat(edits(vera, "Andre ord")).isEqualTo("edit-unchanged");
    assertThat(edits(vera, "Hemmelig om en annen")).isEqualTo("accepted");
  }

  @Test
  void R9_an_edit_alone_on_a_page_is_shown_no_longer_than_its_message() {
    IntStream.range(0, 6).forEach(i -> are.sends(room, "Nummer " + i));
    edits(vera, "Andre ord");
    var edit = last(room);
    IntStream.range(0, 6).forEach(i -> are.sends(room, "Mer " + i));
    assertThat(bodyFor(kari, edit)).isEqualTo("Andre ord");
    IntStream.range(0, 6).forEach(i -> are.sends(room, "Enda mer " + i));

    retracts(vera);

    for (long seq : List.of(message, edit)) {
      assertThat(bodyFor(kari, seq)).isNull();
      assertThat(bodyFor(vera, seq)).isNotNull();
    }
  }

  @Test
  void R9_whatever_page_she_asks_for_it_says_what_the_whole_room_says() {
    reads(kari);
    var mine = IntStream.range(0, 4).mapToLong(i -> vera.sends(room, "Ord " + i).seq()).toArray();
    IntStream.range(0, 12)
        .forEach(
            i -> {
              message = mine[i % 4];
              edits(vera, "Ord " + i % 4 + " på nytt " + i);
              if (i % 5 == 0) {
                reads(kari, last(room));
              }
            });
    message = mine[1];
    retracts(vera);
    message = mine[3];
    retracts(vera);
    var whole = opened(kari);
    assertThat(whole.values().stream().filter(it -> body(whole, it.seq()) == null))
        .hasSizeGreaterThan(8);

    for (long before = 1; before <= last(room) + 1; before++) {
      for (int limit : List.of(1, 2, 3)) {
        List<Map<String, Object>> items =
            kari.pages(room, Map.of("before", before, "limit", limit)).extract().path("items");
        for (var item : items) {
          assertThat(item.get("body"))
              .as("%s of %s before %s", item.get("seq"), limit, before)
              .isEqualTo(body(whole, ((Number) item.get("seq")).longValue()));
        }
      }
    }
  }

  @Test
  void who_had_read_the_first_words_alone_does_not_keep_the_second() {
    reads(kari);
    edits(vera, "Hemmelig om en annen enn ham");
    // As her browser does by itself: it passes what is no row with the row before it.
    reads(kari, message + 1);
    retracts(vera);

    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(kari, message + 1)).isNull();
    // She may have looked again.
    assertThat(bodyFor(are, message + 1)).isEqualTo("Hemmelig om en annen enn ham");
    assertThat(bodyFor(vera, message + 1)).isEqualTo("Hemmelig om en annen enn ham");
  }

  @Test
  void who_reads_it_once_it_was_changed_keeps_those_words_alone() {
    edits(vera, "Andre ord");
    reads(kari);
    retracts(vera);

    assertThat(bodyFor(kari, message)).isNull();
    for (Person who : List.of(kari, are, vera)) {
      assertThat(bodyFor(who, message + 1)).isEqualTo("Andre ord");
    }
  }

  @Test
  void nothing_is_made_of_what_was_taken_back_and_nobody_answers_by_it() {
    var wrong = message;
    message = are.sends(room, "Når?").seq();
    assertThat(are.says(room, QuestionPayload.KIND, asks(are, vera))).isEqualTo("accepted");
    var asked = message;
    var open = last(room);
    message = vera.sends(room, "I morgen").seq();
    retracts(vera);

    var answered =
        new QuestionPayload(
            asked, State.ANSWERED, are.personId(), vera.personId(), null, null, message, open);
    assertThat(vera.says(room, QuestionPayload.KIND, answered)).isEqualTo("message-retracted");

    message = wrong;
    retracts(vera);
    var agreement = agreement(AgreementPayload.Status.ACTIVE, message, null);
    assertThat(kari.says(room, AgreementPayload.KIND, agreement)).isEqualTo("message-retracted");
  }

  @Test
  void an_agreement_that_was_made_of_it_goes_on_in_its_own_words() {
    var agreement = agreement(AgreementPayload.Status.ACTIVE, message, null);
    assertThat(kari.says(room, AgreementPayload.KIND, agreement)).isEqualTo("accepted");
    var began = last(room);
    retracts(vera);

    var done = agreement(AgreementPayload.Status.COMPLETED, message, began);
    assertThat(are.says(room, AgreementPayload.KIND, done)).isEqualTo("accepted");
  }

  @Test
  void what_was_answered_shortly_to_the_words_before_may_be_said_anew() {
    var thanks = new AcknowledgementPayload(message, Says.THANKS);
    assertThat(kari.says(room, AcknowledgementPayload.KIND, thanks)).isEqualTo("accepted");
    assertThat(kari.says(room, AcknowledgementPayload.KIND, thanks))
        .isEqualTo("acknowledged-already");

    edits(vera, "Andre ord");

    assertThat(kari.says(room, AcknowledgementPayload.KIND, thanks)).isEqualTo("accepted");
    assertThat(kari.says(room, AcknowledgementPayload.KIND, thanks))
        .isEqualTo("acknowledged-already");
  }

  @Test
  void who_had_read_the_first_words_long_before_they_were_changed_does_not_keep_the_second() {
    reads(kari);
    // Of so many marks the times are not kept any more.
    IntStream.range(0, 20).forEach(i -> reads(kari, are.sends(room, "Nummer " + i).seq()));
    edits(vera, "Hemmelig om en annen enn ham");
    var edit = last(room);
    IntStream.range(0, 20).forEach(i -> reads(kari, are.sends(room, "Mer " + i).seq()));
    retracts(vera);

    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(kari, edit)).isNull();
    assertThat(bodyFor(are, edit)).isEqualTo("Hemmelig om en annen enn ham");
  }

  @Test
  void each_keeps_the_words_that_stood_when_it_came_to_her_screen() {
    var frida = story.person();
    story.letsIn(room, are, frida);
    reads(kari);
    edits(vera, "Andre ord");
    reads(frida);
    edits(vera, "Tredje ord");
    retracts(vera);

    assertThat(bodyFor(kari, message)).isEqualTo("Hemmelig om en annen");
    assertThat(bodyFor(kari, message + 1)).isNull();
    assertThat(bodyFor(frida, message)).isNull();
    assertThat(bodyFor(frida, message + 1)).isEqualTo("Andre ord");
    for (Person who : List.of(kari, frida)) {
      assertThat(bodyFor(who, message + 2)).isNull();
    }
    assertThat(bodyFor(are, message + 1)).isEqualTo("Andre ord");
    assertThat(bodyFor(are, message + 2)).isEqualTo("Tredje ord");
  }
}
