package no.samsnakk.messaging.reading.question;

import static io.restassured.RestAssured.given;
import static no.samsnakk.contracts.entry.QuestionPayload.KIND;
import static no.samsnakk.contracts.entry.QuestionPayload.State.ANSWERED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.OPEN;
import static no.samsnakk.contracts.entry.QuestionPayload.State.PROMISED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for an answer is told to those in the room, as it stands, and not what is asked. */
@QuarkusTest
@WithTestResource(World.class)
class QuestionsTest extends RoomOfAre {
  @Inject Pool pool;
  private long message;

  @BeforeEach
  void areHasWritten() {
    message = are.sends(room, "Kan timen flyttes?").seq();
  }

  private LocalDate tomorrow() {
    return Norway.dayAt(story.now()).plusDays(1);
  }

  private String says(
      Person who, UUID in, long about, State state, Person addressee, @Nullable LocalDate wanted) {
    return says(who, in, about, state, are, addressee, wanted);
  }

  private String says(
      Person who,
      UUID in,
      long about,
      State state,
      Person asker,
      Person addressee,
      @Nullable LocalDate wanted) {
    return who.says(
        in,
        KIND,
        new QuestionPayload(
            about,
            state,
            asker.personId(),
            addressee.personId(),
            wanted,
            state == PROMISED ? tomorrow() : null,
            null,
            follows(in, about)));
  }

  private static @Nullable Long follows(UUID in, long about) {
    return Database.ask(
            Long.class,
            "select coalesce(max(seq), 0) from messaging.entry"
                + " where room_id = ? and about = ? and kind = 'QUESTION'",
            in,
            about)
        .stream()
        .filter(seq -> seq > 0)
        .findFirst()
        .orElse(null);
  }

  private void asks(UUID in, long about) {
    assertThat(says(are, in, about, OPEN, vera, null)).isEqualTo("accepted");
  }

  private static List<Map<String, Object>> standing(Person who) {
    return answer(who).extract().path("items");
  }

  private static boolean areAll(Person who) {
    return answer(who).extract().path("whole");
  }

  private static ValidatableResponse answer(Person who) {
    return who.asks().get("/api/conversations/questions").then().statusCode(200);
  }

  @Test
  void where_nothing_is_asked_nothing_waits() {
    assertThat(standing(vera)).isEmpty();
    assertThat(standing(story.person())).isEmpty();
  }

  @Test
  void it_says_who_waits_for_whom_and_until_when_and_not_for_what() {
    says(are, room, message, OPEN, vera, tomorrow());

    var one = standing(vera).getFirst();

    assertThat(standing(are)).containsExactly(one);
    assertThat(one)
        .containsOnlyKeys(
            "roomId",
            "about",
            "seq",
            "state",
            "askedById",
            "addresseeId",
            "wantedBy",
            "lapsed",
            "since")
        .containsEntry("roomId", room.toString())
        .containsEntry("about", (int) message)
        .containsEntry("seq", (int) message + 1)
        .containsEntry("state", "OPEN")
        .containsEntry("askedById", are.personId().toString())
        .containsEntry("addresseeId", vera.personId().toString())
        .containsEntry("wantedBy", tomorrow().toString())
        .containsEntry("lapsed", false);
  }

  @Test
  void the_newest_holds_and_what_is_settled_waits_no_more() {
    asks(room, message);
    says(vera, room, message, PROMISED, vera, null);
    assertThat(standing(vera))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .containsEntry("state", "PROMISED")
                    .containsEntry("promisedBy", tomorrow().toString()));
    says(vera, room, message, ANSWERED, vera, null);
    assertThat(standing(vera)).isEmpty();
    asks(room, message);
    assertThat(standing(vera)).hasSize(1);
    says(are, room, message, WITHDRAWN, vera, null);
    assertThat(standing(vera)).isEmpty();
  }

  @Test
  void those_of_all_rooms_are_there_and_those_that_wait_longest_first() {
    var second = story.room(are, vera);
    var third = story.room(are);
    var there = are.sends(second, "Og her?").seq();
    var alone = are.sends(third, "Husk dette").seq();
    asks(second, there);
    asks(room, message);
    says(are, third, alone, OPEN, are, null);

    assertThat(standing(vera)).extracting("roomId").containsExactly(second + "", room + "");
    assertThat(standing(are))
        .extracting("roomId")
        .containsExactly(second + "", room + "", third + "");
  }

  @Test
  void R4_who_is_out_hears_of_none_and_of_her_it_is_said_that_she_cannot_answer() {
    asks(room, message);
    story.isRemovedSilently(vera, room);

    assertThat(standing(vera)).isEmpty();
    assertThat(standing(are)).singleElement().matches(one -> one.get("lapsed").equals(true));
    story.withdrawsSilently(room);
    assertThat(standing(are)).isEmpty();
  }

  @Test
  void R6_it_shows_nothing_of_what_was_said_and_so_leaves_nothing_in_the_log() {
    asks(room, message);
    var before = Database.ask(Long.class, "select count(*) from messaging.outbox").getFirst();

    standing(vera);

    assertThat(Database.ask(Long.class, "select count(*) from messaging.outbox"))
        .containsExactly(before);
  }

  /** What it is found by is no more than that. */
  @Test
  void what_is_sealed_counts() {
    asks(room, message);
    says(vera, room, message, ANSWERED, vera, null);
    Database.run("update messaging.entry set standing = true where room_id = ?", room);

    assertThat(standing(vera)).isEmpty();
  }

  @Test
  void one_that_does_not_open_is_left_out_and_the_others_stay() {
    asks(room, message);
    var other = are.sends(room, "Og dette?").seq();
    asks(room, other);
    Database.run(
        "update messaging.entry set ciphertext = decode('00', 'hex') where room_id = ? and seq = ?",
        room,
        message + 1);

    assertThat(standing(vera)).extracting("about").containsExactly((int) other);
    assertThat(areAll(vera)).isFalse();
  }

  @Test
  void
      one_who_asks_without_end_hides_what_others_ask_by_nothing_and_it_is_said_that_there_are_more() {
    var kari = story.person();
    var here = story.room(are, vera, kari);
    asks(here, are.sends(here, "Kan timen flyttes?").seq());
    var hers = kari.sends(here, "Og hvem følger ham?").seq();
    says(kari, here, hers, OPEN, kari, vera, null);
    assertThat(areAll(vera)).isTrue();

    areHasAskedWithoutEndBefore(here);

    assertThat(standing(vera)).extracting("about").containsExactly((int) hers);
    assertThat(areAll(vera)).isFalse();
  }

  @Test
  void of_one_who_asks_more_than_are_looked_at_it_is_said_that_there_are_more() {
    for (int i = 0; i < 101; i++) {
      asks(room, are.sends(room, "Og " + i + "?").seq());
    }
    assertThat(standing(vera)).hasSize(100);
    assertThat(areAll(vera)).isFalse();

    says(are, room, message + 1, WITHDRAWN, vera, null);

    assertThat(standing(vera)).hasSize(100);
    assertThat(areAll(vera)).isTrue();
  }

  /** In rows that are his, and open for nobody. */
  private static void areHasAskedWithoutEndBefore(UUID here) {
    Database.run(
        """
        insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, organisation_id,
          class, kind, format, ciphertext, sent_at, access_epoch, about, standing)
        select room_id, seq + n * 2, gen_random_uuid(), gen_random_uuid(), sender_id,
          organisation_id, class, kind, format, ciphertext, sent_at - interval '1 hour',
          access_epoch, about + n * 2, standing
        from messaging.entry, generate_series(100, 6000) n where room_id = ? and seq = 2""",
        here);
  }

  @Test
  void nobody_is_told_without_a_token() {
    given().get("/api/conversations/questions").then().statusCode(401);
  }

  @Test
  void the_question_is_found_without_reading_the_conversation() {
    asks(room, message);

    var plan =
        Archive.explain(
            pool,
            Scope.of(vera.personId()),
            Questions.SOUGHT.statement(),
            Tuple.of(vera.personId()));

    assertThat(plan).contains("entry_question").doesNotContain("Seq Scan on entry");
  }
}
