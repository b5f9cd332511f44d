package no.samsnakk.messaging.reading.appointment;

import static no.samsnakk.contracts.entry.AppointmentPayload.Status.BOOKED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** People who find times for meeting, and what they are told of it; Sara and Kari are there too. */
abstract class Meetings extends RoomOfAre {
  static final String DESCRIPTION = "Samtale om medisiner";
  static final String PLACE = "Øyane DPS";
  static final String LINK = "https://video.example/rom";

  Person sara;
  Person kari;
  UUID shared;

  @BeforeEach
  void theyShareARoom() {
    sara = story.person();
    kari = story.person();
    shared = story.room(are, vera, sara, kari);
  }

  /** An appointment as it was last said. */
  record Plan(UUID in, long about, long seq, AppointmentPayload says) {
    Slot slot(int place) {
      return says.slots().get(place);
    }
  }

  final LocalDate day() {
    return Norway.dayAt(story.now()).plusDays(7);
  }

  final Slot hour(int hour) {
    return new Slot(day().atTime(hour, 0), day().atTime(hour + 1, 0));
  }

  final Plan proposes(Person by, UUID in, List<Person> with, Slot... slots) {
    var people = Stream.concat(Stream.of(by), with.stream()).map(Person::personId).toList();
    return says(
        by,
        in,
        new AppointmentPayload(
            null,
            PROPOSED,
            DESCRIPTION,
            List.of(slots),
            null,
            PLACE,
            LINK,
            people,
            by.personId(),
            null));
  }

  final Plan books(Person by, Plan plan, int place) {
    var it = plan.says();
    return says(by, plan, BOOKED, it.slots(), plan.slot(place), it.proposedById());
  }

  final Plan moves(Person by, Plan plan, Slot... slots) {
    return says(by, plan, PROPOSED, List.of(slots), plan.says().booked(), by.personId());
  }

  final Plan cancels(Person by, Plan plan) {
    var it = plan.says();
    return says(by, plan, CANCELLED, it.slots(), it.booked(), it.proposedById());
  }

  private static Plan says(
      Person by, Plan plan, Status status, List<Slot> slots, @Nullable Slot booked, UUID proposer) {
    var people = plan.says().participantIds();
    return says(
        by,
        plan.in(),
        new AppointmentPayload(
            plan.about(),
            status,
            DESCRIPTION,
            slots,
            booked,
            PLACE,
            LINK,
            people,
            proposer,
            plan.seq()));
  }

  private static Plan says(Person by, UUID in, AppointmentPayload says) {
    assertThat(by.says(in, AppointmentPayload.KIND, says)).isEqualTo("accepted");
    long seq = last(in);
    return new Plan(in, says.about() == null ? seq : says.about(), seq, says);
  }

  /** None of the times fits her, or the first does. */
  final void answers(Person by, Plan plan, boolean fits) {
    var accepts = fits ? List.of(plan.slot(0).start()) : List.<java.time.LocalDateTime>of();
    var says = new AppointmentResponsePayload(plan.about(), accepts, plan.seq());
    assertThat(by.says(plan.in(), AppointmentResponsePayload.KIND, says)).isEqualTo("accepted");
  }

  private static long last(UUID in) {
    return Database.ask(
            Long.class, "select last_seq from messaging.conversation where room_id = ?", in)
        .getFirst();
  }

  static ValidatableResponse answer(Person who) {
    return who.asks().get("/api/conversations/appointments").then().statusCode(200);
  }

  static List<Map<String, Object>> standing(Person who) {
    return answer(who).extract().path("items");
  }

  /** The only one. */
  static Map<String, Object> one(Person who) {
    var standing = standing(who);
    assertThat(standing).hasSize(1);
    return standing.getFirst();
  }

  /** How the one stands. */
  static Map<String, Object> one(Person who, Plan plan) {
    return standing(who).stream()
        .filter(it -> it.get("roomId").equals(plan.in() + "") && of(it, "about") == plan.about())
        .findFirst()
        .orElseThrow();
  }

  private static long of(Map<String, Object> it, String member) {
    return ((Number) it.get(member)).longValue();
  }

  static List<String> ids(Person... people) {
    return Stream.of(people).map(Person::personId).map(UUID::toString).toList();
  }

  /** As it is told: one of its times, and who is taken then. */
  static Map<String, Object> clash(int slot, Person... people) {
    return Map.of("slot", slot, "personIds", ids(people));
  }

  static boolean areAll(Person who) {
    return answer(who).extract().path("whole");
  }
}
