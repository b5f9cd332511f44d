package no.samsnakk.messaging.reading.appointment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.messaging.reading.standing.StandingReader;
import no.samsnakk.messaging.story.Archive;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.time.Norway;
import org.junit.jupiter.api.Test;

/** What is proposed or agreed is told as it stands, and not what for, where and when. */
@QuarkusTest
@WithTestResource(World.class)
class AppointmentsTest extends Meetings {
  @Inject Pool pool;
  @Inject StandingReader reader;

  /** What she is told when the clocks in Norway show this hour of that day. */
  private StandingAppointments at(int hour, Person who) {
    var then = Norway.at(day().atTime(hour, 0)).orElseThrow();
    return new Appointments(reader, Clock.fixed(then, ZoneOffset.UTC))
        .of(who.personId())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  @Test
  void where_nothing_is_proposed_nothing_stands() {
    assertThat(standing(vera)).isEmpty();
    assertThat(areAll(vera)).isTrue();
    assertThat(standing(story.person())).isEmpty();
  }

  @Test
  void of_two_the_one_who_was_asked_is_waited_for() {
    are.sends(room, "Når kan du?");
    var plan = proposes(vera, room, List.of(are), hour(10), hour(12));

    assertThat(one(are)).isEqualTo(one(vera));
    assertThat(one(are))
        .containsOnlyKeys(
            "roomId",
            "about",
            "seq",
            "status",
            "proposedById",
            "participantIds",
            "waitsForIds",
            "lapsed",
            "clashes",
            "since")
        .containsEntry("roomId", room.toString())
        .containsEntry("about", 2)
        .containsEntry("seq", 2)
        .containsEntry("status", "PROPOSED")
        .containsEntry("proposedById", vera.personId().toString())
        .containsEntry("participantIds", ids(vera, are))
        .containsEntry("waitsForIds", ids(are))
        .containsEntry("lapsed", false)
        .containsEntry("clashes", List.of());

    answers(are, plan, false);

    assertThat(one(vera)).containsEntry("waitsForIds", ids(are));
  }

  @Test
  void of_more_those_are_waited_for_who_have_not_answered_and_then_whoever_chooses() {
    var plan = proposes(vera, shared, List.of(are, sara), hour(10), hour(12));
    assertThat(one(kari)).containsEntry("waitsForIds", ids(are, sara));
    answers(are, plan, true);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(sara));
    answers(sara, plan, false);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(vera));
    answers(are, plan, false);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(vera)).containsEntry("seq", 1);
  }

  @Test
  void an_answer_to_the_times_before_answers_none_of_these() {
    var plan = proposes(vera, shared, List.of(are, sara), hour(10));
    answers(are, plan, true);
    answers(sara, plan, true);
    var moved = moves(sara, plan, hour(12));
    assertThat(one(vera))
        .containsEntry("proposedById", sara.personId().toString())
        .containsEntry("waitsForIds", ids(vera, are));
    answers(are, moved, true);
    assertThat(one(vera)).containsEntry("waitsForIds", ids(vera));
  }

  @Test
  void what_is_agreed_waits_for_nobody_and_stands_until_it_is_over() {
    var plan = proposes(vera, room, List.of(are), hour(10), hour(12));
    are.sends(room, "Klokka tolv passer.");
    books(are, plan, 1);

    assertThat(one(vera))
        .containsEntry("about", 1)
        .containsEntry("seq", 3)
        .containsEntry("status", "BOOKED")
        .containsEntry("waitsForIds", List.of())
        .containsEntry("lapsed", false);
    assertThat(at(12, vera).items()).hasSize(1);
    assertThat(at(13, vera)).isEqualTo(new StandingAppointments(List.of(), true));
  }

  @Test
  void what_is_moved_is_proposed_anew_and_what_is_cancelled_stands_no_more() {
    var booked = books(are, proposes(vera, room, List.of(are), hour(10)), 0);
    var moved = moves(are, booked, hour(12));
    assertThat(one(are))
        .containsEntry("status", "PROPOSED")
        .containsEntry("seq", 3)
        .containsEntry("waitsForIds", ids(vera));
    cancels(are, moved);
    assertThat(standing(are)).isEmpty();
    assertThat(areAll(are)).isTrue();
  }

  @Test
  void where_all_times_have_passed_whoever_proposed_has_to_find_another_way() {
    proposes(vera, shared, List.of(are, sara), hour(10), hour(12));

    var before = at(11, are).items().getFirst();
    assertThat(before.lapsed()).isFalse();
    assertThat(before.waitsForIds()).containsExactly(are.personId(), sara.personId());
    var after = at(12, are).items().getFirst();
    assertThat(after.lapsed()).isTrue();
    assertThat(after.waitsForIds()).containsExactly(vera.personId());
  }

  @Test
  void R4_where_whoever_proposed_has_gone_nobody_is_waited_for_and_nothing_comes_of_it() {
    proposes(vera, shared, List.of(are, sara), hour(10));
    story.isRemovedSilently(vera, shared);

    assertThat(one(are)).containsEntry("lapsed", true).containsEntry("waitsForIds", List.of());
    assertThat(at(11, are).items().getFirst().waitsForIds()).isEmpty();
  }

  @Test
  void R4_who_has_gone_is_not_waited_for() {
    var plan = proposes(vera, shared, List.of(are, sara, kari), hour(10));
    story.isRemovedSilently(kari, shared);
    assertThat(one(vera))
        .containsEntry("waitsForIds", ids(are, sara))
        .containsEntry("participantIds", ids(vera, are, sara, kari));
    answers(are, plan, true);
    story.isRemovedSilently(sara, shared);
    // Now there is one left beside her, who can take a time.
    assertThat(one(vera)).containsEntry("waitsForIds", ids(are)).containsEntry("lapsed", false);
  }

  @Test
  void R4_where_all_others_have_gone_whoever_proposed_is_waited_for() {
    proposes(vera, shared, List.of(sara), hour(10));
    story.isRemovedSilently(sara, shared);

    assertThat(one(vera)).containsEntry("lapsed", true).containsEntry("waitsForIds", ids(vera));
  }

  @Test
  void R4_who_is_out_hears_of_none() {
    proposes(vera, room, List.of(are), hour(10));
    story.isRemovedSilently(vera, room);

    assertThat(standing(vera)).isEmpty();
    assertThat(standing(sara)).isEmpty();
    assertThat(standing(are)).hasSize(1);
    story.withdrawsSilently(room);
    assertThat(standing(are)).isEmpty();
  }

  @Test
  void times_that_overlap_with_what_is_agreed_are_named_and_who_is_taken_then() {
    var booked = books(are, proposes(vera, shared, List.of(are), hour(10)), 0);
    var half = new Slot(day().atTime(10, 59), day().atTime(11, 30));
    var plan = proposes(sara, shared, List.of(vera, kari), hour(9), half, hour(11), hour(10));

    assertThat(one(are, plan))
        .containsEntry("clashes", List.of(clash(1, vera), clash(3, vera)))
        .isEqualTo(one(kari, plan));
    assertThat(one(are, booked)).containsEntry("clashes", List.of());
  }

  @Test
  void what_is_agreed_twice_clashes_from_both_sides_by_the_agreed_time_alone() {
    var one = proposes(vera, room, List.of(are), hour(8), hour(10));
    var other = proposes(vera, shared, List.of(are, sara), hour(10), hour(8));
    one = books(are, one, 1);
    other = books(vera, other, 0);
    // What was not chosen of the others' times clashes with nothing.
    books(vera, proposes(sara, shared, List.of(vera), hour(8)), 0);

    assertThat(one(vera, one)).containsEntry("clashes", List.of(clash(1, vera, are)));
    assertThat(one(vera, other)).containsEntry("clashes", List.of(clash(0, vera, are)));
  }

  @Test
  void times_that_were_moved_or_cancelled_or_are_over_hold_nobody() {
    var plan = proposes(sara, shared, List.of(vera), hour(10));
    var booked = books(are, proposes(vera, room, List.of(are), hour(10)), 0);
    assertThat(one(vera, plan)).containsEntry("clashes", List.of(clash(0, vera)));

    var moved = moves(are, booked, hour(12));
    assertThat(one(vera, plan)).containsEntry("clashes", List.of());
    assertThat(one(vera, moved)).containsEntry("clashes", List.of());

    var again = books(vera, moves(are, moved, hour(10)), 0);
    assertThat(one(vera, plan)).containsEntry("clashes", List.of(clash(0, vera)));
    assertThat(at(11, vera).items()).singleElement().matches(it -> it.clashes().isEmpty());
    cancels(are, again);
    assertThat(one(vera, plan)).containsEntry("clashes", List.of());
  }

  @Test
  void a_time_that_can_not_be_chosen_any_more_clashes_with_nothing() {
    var allDay = new Slot(day().atTime(9, 0), day().atTime(15, 0));
    books(are, proposes(vera, room, List.of(are), allDay), 0);
    var plan = proposes(sara, shared, List.of(vera), hour(10), hour(12));

    assertThat(one(vera, plan)).containsEntry("clashes", List.of(clash(0, vera), clash(1, vera)));
    assertThat(at(11, vera).items().getLast().clashes())
        .containsExactly(new Clash(1, List.of(vera.personId())));
  }

  @Test
  void who_is_in_one_of_the_rooms_alone_hears_nothing_of_the_other() {
    books(are, proposes(vera, room, List.of(are), hour(10)), 0);
    proposes(vera, shared, List.of(are, sara), hour(10));

    assertThat(one(sara)).containsEntry("clashes", List.of());
    assertThat(one(sara)).containsEntry("roomId", shared.toString());
    assertThat(standing(vera).getLast()).containsEntry("clashes", List.of(clash(0, vera, are)));
  }

  @Test
  void R4_who_has_gone_from_either_room_is_not_taken() {
    var second = story.room(are, vera, sara);
    books(vera, proposes(vera, second, List.of(are, sara), hour(10)), 0);
    var plan = proposes(vera, shared, List.of(are, sara, kari), hour(10));
    assertThat(one(are, plan)).containsEntry("clashes", List.of(clash(0, vera, are, sara)));

    story.isRemovedSilently(sara, second);
    assertThat(one(are, plan)).containsEntry("clashes", List.of(clash(0, vera, are)));

    story.isRemovedSilently(vera, shared);
    assertThat(one(are, plan)).containsEntry("clashes", List.of(clash(0, are)));
  }

  @Test
  void R6_nobody_finds_out_by_proposing_in_one_room_when_others_meet_in_another() {
    var other = story.room(are, vera, kari);
    books(are, proposes(kari, other, List.of(are), hour(10)), 0);
    var plan = proposes(vera, shared, List.of(are, kari), hour(10));

    assertThat(one(vera, plan)).containsEntry("clashes", List.of());
    assertThat(one(kari, plan)).containsEntry("clashes", List.of(clash(0, are, kari)));
  }

  @Test
  void R4_what_is_agreed_with_who_has_gone_takes_nobody_and_nothing_comes_of_it() {
    var booked = books(are, proposes(kari, shared, List.of(are), hour(10)), 0);
    var plan = proposes(vera, shared, List.of(are), hour(10));
    assertThat(one(are, plan)).containsEntry("clashes", List.of(clash(0, are)));

    story.isRemovedSilently(kari, shared);
    assertThat(one(are, plan)).containsEntry("clashes", List.of());
    assertThat(one(are, booked)).containsEntry("lapsed", true).containsEntry("status", "BOOKED");
  }

  @Test
  void what_is_agreed_comes_first_in_the_order_of_its_time() {
    proposes(vera, room, List.of(are), hour(8));
    var late = books(are, proposes(vera, room, List.of(are), hour(14)), 0);
    var early = books(are, proposes(vera, shared, List.of(are), hour(9)), 0);

    assertThat(standing(are))
        .extracting(it -> it.get("seq"))
        .startsWith((int) early.seq(), (int) late.seq())
        .hasSize(3);
  }

  @Test
  void those_of_all_rooms_are_there_and_those_that_have_stood_longest_first() {
    var first = proposes(vera, shared, List.of(are), hour(10));
    proposes(vera, room, List.of(are), hour(12));
    assertThat(standing(are)).extracting("roomId").containsExactly(shared + "", room + "");

    moves(are, first, hour(11));

    assertThat(standing(are)).extracting("roomId").containsExactly(room + "", shared + "");
  }

  @Test
  void one_that_does_not_open_is_left_out_and_the_others_stay() {
    var plan = proposes(vera, room, List.of(are), hour(10));
    var booked = books(are, plan, 0);
    proposes(vera, shared, List.of(are), hour(10));
    damage(booked.seq());

    assertThat(one(vera)).containsEntry("roomId", shared + "").containsEntry("clashes", List.of());
    assertThat(areAll(vera)).isFalse();
    assertThat(areAll(sara)).isTrue();
  }

  @Test
  void an_answer_that_does_not_open_is_none_and_it_is_said_that_something_lacks() {
    story.letsIn(room, are, sara);
    var plan = proposes(vera, room, List.of(are, sara), hour(10));
    answers(are, plan, true);
    damage(plan.seq() + 1);

    assertThat(one(vera)).containsEntry("waitsForIds", ids(are, sara));
    assertThat(areAll(vera)).isFalse();
  }

  /** What it is found by is no more than that. */
  @Test
  void what_is_sealed_counts() {
    cancels(vera, proposes(vera, room, List.of(are), hour(10)));
    Database.run("update messaging.entry set standing = true where room_id = ?", room);

    assertThat(standing(vera)).isEmpty();
    assertThat(areAll(vera)).isTrue();
  }

  @Test
  void what_one_has_agreed_before_hides_nothing_that_he_says_now() {
    proposes(vera, room, List.of(are), hour(10));
    wasSaidBefore(200, "1 day");

    assertThat(one(are)).containsEntry("about", 1);
    assertThat(areAll(are)).isFalse();
  }

  @Test
  void what_was_said_more_than_a_year_ago_is_over_whatever_it_says() {
    proposes(vera, room, List.of(are), hour(10));
    wasSaidBefore(1, "1 year 3 days");
    assertThat(areAll(are)).isTrue();

    wasSaidBefore(2, "1 year 1 day");

    assertThat(areAll(are)).isFalse();
    assertThat(standing(are)).hasSize(1);
  }

  @Test
  void R9_it_says_nothing_of_what_for_where_and_when() {
    var plan = proposes(vera, shared, List.of(are, sara), hour(10), hour(12));
    books(vera, plan, 1);
    proposes(vera, room, List.of(are), hour(12));

    var body = answer(are).extract().asString();

    assertThat(body).contains("\"BOOKED\"", "\"PROPOSED\"", "\"slot\"");
    assertThat(body)
        .doesNotContain(DESCRIPTION, PLACE, LINK, "video", "T10:00", "T12:00", day().toString());
  }

  @Test
  void R6_it_shows_nothing_of_what_was_said_and_so_leaves_nothing_in_the_log() {
    proposes(vera, room, List.of(are), hour(10));
    var before = Database.ask(Long.class, "select count(*) from messaging.outbox").getFirst();

    standing(are);

    assertThat(Database.ask(Long.class, "select count(*) from messaging.outbox"))
        .containsExactly(before);
  }

  @Test
  void nobody_is_told_without_a_token() {
    given().get("/api/conversations/appointments").then().statusCode(401);
  }

  @Test
  void they_are_found_without_reading_the_conversation() {
    proposes(vera, room, List.of(are), hour(10));

    var plan =
        Archive.explain(
            pool,
            Scope.of(vera.personId()),
            Appointments.SOUGHT.statement(),
            Tuple.of(vera.personId()));

    assertThat(plan).contains("entry_appointment").doesNotContain("Seq Scan on entry");
  }
}
