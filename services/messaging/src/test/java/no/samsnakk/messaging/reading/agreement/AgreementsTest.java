package no.samsnakk.messaging.reading.agreement;

import static io.restassured.RestAssured.given;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import org.junit.jupiter.api.Test;

/** What is agreed on, or is to be, is told as it stands, and not on what. */
@QuarkusTest
@WithTestResource(World.class)
class AgreementsTest extends Agreeing {
  @Inject Pool pool;

  @Test
  void where_nothing_is_proposed_nothing_stands() {
    assertThat(standing(vera)).isEmpty();
    assertThat(areAll(vera)).isTrue();
    assertThat(standing(story.person())).isEmpty();
  }

  @Test
  void it_says_who_agrees_who_sees_to_it_and_until_when_and_not_on_what() {
    are.sends(room, "Hvem ringer?");
    var deal = proposesToDo(vera, room, are, inAWeek(), are);

    assertThat(one(are)).isEqualTo(one(vera));
    assertThat(one(are))
        .containsOnlyKeys(
            "roomId",
            "about",
            "seq",
            "proposedById",
            "participantIds",
            "ownerId",
            "dueBy",
            "waitsForIds",
            "objectedIds",
            "lapsed",
            "since")
        .containsEntry("roomId", room.toString())
        .containsEntry("about", 2)
        .containsEntry("seq", 2)
        .containsEntry("proposedById", vera.personId().toString())
        .containsEntry("participantIds", ids(vera, are))
        .containsEntry("ownerId", are.personId().toString())
        .containsEntry("dueBy", inAWeek().toString())
        .containsEntry("waitsForIds", ids(are))
        .containsEntry("objectedIds", List.of())
        .containsEntry("lapsed", false);

    accepts(are, deal);

    assertThat(one(vera))
        .containsEntry("seq", 2)
        .containsEntry("waitsForIds", List.of())
        .containsEntry("objectedIds", List.of());
  }

  @Test
  void each_is_waited_for_until_she_has_said_something() {
    var deal = proposes(vera, shared, are, sara);
    assertThat(one(kari)).containsEntry("waitsForIds", ids(are, sara));
    assertThat(one(kari)).doesNotContainKeys("ownerId", "dueBy");
    accepts(are, deal);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(sara));
    accepts(sara, deal);
    assertThat(one(vera)).containsEntry("waitsForIds", List.of());
  }

  @Test
  void who_does_not_agree_is_named_and_once_all_have_answered_whoever_proposed_is_waited_for() {
    var deal = proposes(vera, shared, are, sara);
    objects(are, deal);
    assertThat(one(kari))
        .containsEntry("waitsForIds", ids(sara))
        .containsEntry("objectedIds", ids(are));
    accepts(sara, deal);
    assertThat(one(kari))
        .containsEntry("waitsForIds", ids(vera))
        .containsEntry("objectedIds", ids(are));
    accepts(are, deal);
    assertThat(one(kari))
        .containsEntry("waitsForIds", List.of())
        .containsEntry("objectedIds", List.of());
  }

  @Test
  void an_answer_to_the_words_before_answers_none_of_these() {
    var deal = proposes(vera, shared, are, sara);
    accepts(are, deal);
    objects(sara, deal);
    var other = saysInOtherWords(sara, deal, vera, are);
    assertThat(one(vera))
        .containsEntry("about", 1)
        .containsEntry("seq", 4)
        .containsEntry("proposedById", sara.personId().toString())
        .containsEntry("waitsForIds", ids(vera, are))
        .containsEntry("objectedIds", List.of());
    accepts(are, other);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(vera));
  }

  @Test
  void what_is_done_or_dropped_stands_no_more_and_what_is_taken_up_anew_is_answered_anew() {
    var done = proposes(vera, room, are);
    accepts(are, done);
    done = ends(are, done, COMPLETED);
    assertThat(standing(are)).isEmpty();
    ends(vera, proposes(vera, room, are), CANCELLED);
    assertThat(standing(are)).isEmpty();
    assertThat(areAll(are)).isTrue();

    saysInOtherWords(vera, done, are);

    assertThat(one(are)).containsEntry("about", 1).containsEntry("waitsForIds", ids(are));
  }

  @Test
  void R4_who_has_gone_is_not_waited_for_and_what_she_said_counts_no_more() {
    var deal = proposes(vera, shared, are, sara, kari);
    objects(kari, deal);
    story.isRemovedSilently(kari, shared);
    assertThat(one(vera))
        .containsEntry("participantIds", ids(vera, are, sara, kari))
        .containsEntry("waitsForIds", ids(are, sara))
        .containsEntry("objectedIds", List.of())
        .containsEntry("lapsed", false);
    accepts(are, deal);
    story.isRemovedSilently(sara, shared);
    assertThat(one(vera)).containsEntry("waitsForIds", List.of()).containsEntry("lapsed", false);
  }

  @Test
  void R4_where_whoever_proposed_has_gone_the_others_still_say_whether_they_agree() {
    var deal = proposes(vera, shared, are, sara);
    story.isRemovedSilently(vera, shared);
    assertThat(one(are)).containsEntry("waitsForIds", ids(are, sara));
    objects(are, deal);
    objects(sara, deal);
    assertThat(one(are))
        .containsEntry("waitsForIds", ids(are, sara))
        .containsEntry("objectedIds", ids(are, sara))
        .containsEntry("lapsed", false);
  }

  @Test
  void R4_of_what_one_alone_is_left_for_nothing_comes_and_nobody_is_waited_for() {
    proposes(vera, shared, sara);
    story.isRemovedSilently(vera, shared);

    assertThat(one(sara)).containsEntry("lapsed", true).containsEntry("waitsForIds", List.of());
    assertThat(one(are)).isEqualTo(one(sara));
  }

  @Test
  void R4_of_what_somebody_was_to_see_to_who_has_gone_nothing_comes() {
    var deal = proposesToDo(vera, shared, sara, null, are, sara);
    accepts(are, deal);
    accepts(sara, deal);
    story.isRemovedSilently(sara, shared);

    assertThat(one(vera)).containsEntry("lapsed", true).containsEntry("waitsForIds", List.of());
  }

  @Test
  void R4_who_is_out_hears_of_none() {
    proposes(vera, room, are);
    story.isRemovedSilently(vera, room);

    assertThat(standing(vera)).isEmpty();
    assertThat(standing(sara)).isEmpty();
    assertThat(standing(are)).hasSize(1);
    story.withdrawsSilently(room);
    assertThat(standing(are)).isEmpty();
  }

  @Test
  void what_concerns_nobody_who_is_left_is_dropped_by_anybody() {
    var deal = proposes(vera, shared, sara);
    story.isRemovedSilently(vera, shared);
    story.isRemovedSilently(sara, shared);
    assertThat(one(are)).containsEntry("lapsed", true);

    ends(kari, deal, CANCELLED);

    assertThat(standing(are)).isEmpty();
  }

  @Test
  void those_of_all_rooms_are_there_and_those_that_have_stood_longest_first() {
    var first = proposes(vera, shared, are);
    proposes(vera, room, are);
    assertThat(standing(are)).extracting("roomId").containsExactly(shared + "", room + "");
    accepts(are, first);
    assertThat(standing(are)).extracting("roomId").containsExactly(shared + "", room + "");

    saysInOtherWords(are, first, vera);

    assertThat(standing(are)).extracting("roomId").containsExactly(room + "", shared + "");
  }

  @Test
  void one_that_does_not_open_is_left_out_and_the_others_stay() {
    var deal = proposes(vera, room, are);
    proposes(vera, shared, are);
    damage(deal.seq());

    assertThat(one(vera)).containsEntry("roomId", shared.toString());
    assertThat(areAll(vera)).isFalse();
    assertThat(areAll(sara)).isTrue();
  }

  @Test
  void an_answer_that_does_not_open_is_none_and_it_is_said_that_something_lacks() {
    story.letsIn(room, are, sara);
    var deal = proposes(vera, room, are, sara);
    accepts(are, deal);
    damage(deal.seq() + 1);

    assertThat(one(vera)).containsEntry("waitsForIds", ids(are, sara));
    assertThat(areAll(vera)).isFalse();
  }

  /** What it is found by is no more than that. */
  @Test
  void what_is_sealed_counts() {
    ends(vera, proposes(vera, room, are), CANCELLED);
    Database.run("update messaging.entry set standing = true where room_id = ?", room);

    assertThat(standing(vera)).isEmpty();
    assertThat(areAll(vera)).isTrue();
  }

  @Test
  void what_one_has_proposed_without_end_hides_nothing_that_others_have() {
    story.letsIn(room, are, sara);
    proposes(vera, room, are);
    wasSaidBefore(200, "1 hour");
    Database.run("update messaging.conversation set last_seq = 201 where room_id = ?", room);
    var saras = proposes(sara, room, are);

    assertThat(standing(are)).extracting("about").containsExactly((int) saras.seq());
    assertThat(areAll(are)).isFalse();
  }

  @Test
  void of_what_one_has_proposed_in_a_room_a_hundred_are_looked_at_the_oldest_first() {
    proposes(vera, room, are);
    wasSaidBefore(99, "1 hour");
    assertThat(one(are)).containsEntry("about", 1);
    wasSaidBefore(100, "1 hour");
    assertThat(standing(are)).isEmpty();
  }

  @Test
  void R9_it_says_nothing_of_what_is_agreed_on() {
    var deal = proposesToDo(vera, shared, are, inAWeek(), are, sara);
    objects(sara, deal);
    saysInOtherWords(vera, proposes(vera, room, are), are);

    assertThat(answer(are).extract().asString())
        .contains("\"objectedIds\":[\"" + sara.personId())
        .doesNotContain(WORDS, "Ringe", "description", "message");
  }

  @Test
  void R6_it_shows_nothing_of_what_was_said_and_so_leaves_nothing_in_the_log() {
    proposes(vera, room, are);
    var before = Database.ask(Long.class, "select count(*) from messaging.outbox").getFirst();

    standing(are);

    assertThat(Database.ask(Long.class, "select count(*) from messaging.outbox"))
        .containsExactly(before);
  }

  @Test
  void nobody_is_told_without_a_token() {
    given().get("/api/conversations/agreements").then().statusCode(401);
  }

  @Test
  void they_are_found_without_reading_the_conversation() {
    proposes(vera, room, are);

    var plan =
        Archive.explain(
            pool,
            Scope.of(vera.personId()),
            Agreements.SOUGHT.statement(),
            Tuple.of(vera.personId()));

    assertThat(plan).contains("entry_agreement").doesNotContain("Seq Scan on entry");
    assertThat(Agreements.SOUGHT.answers()).isEqualTo(AgreementResponsePayload.KIND);
  }
}
