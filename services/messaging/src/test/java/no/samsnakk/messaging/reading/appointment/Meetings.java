package no.samsnakk.messaging.reading.appointment;

import static no.samsnakk.contracts.entry.AppointmentPayload.Status.BOOKED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.TwoRooms;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;

/** People who find times for meeting, and what they are told of it. */
abstract class Meetings extends TwoRooms {
  static final String DESCRIPTION = "Samtale om medisiner";
  static final String PLACE = "Øyane DPS";
  static final String LINK = "https://video.example/rom";

  Meetings() {
    super("/api/conversations/appointments");
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

  /** How the one stands. */
  final Map<String, Object> one(Person who, Plan plan) {
    return one(who, plan.in(), plan.about());
  }

  /** As it is told: one of its times, and who is taken then. */
  static Map<String, Object> clash(int slot, Person... people) {
    return Map.of("slot", slot, "personIds", ids(people));
  }
}
