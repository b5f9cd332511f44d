package no.samsnakk.notifications.wakeup;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Part;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;

/**
 * Why somebody should look at a room, other than for messages.
 *
 * @param subject the room or the seat that it is about
 */
record Reason(UUID personId, Kind kind, UUID subject) {

  /** What kind of reason; a message is the third, and comes from elsewhere. */
  enum Kind {
    /** Something waits for the patient's answer. */
    REQUEST,
    /** The patient has approved. */
    APPROVED
  }

  /** Every reason that there is now; nobody is told before the patient has been asked (R1). */
  static List<Reason> of(RoomChanged room) {
    return switch (room.status()) {
      case PROPOSED ->
          isAskedInVain(room)
              ? List.of()
              : List.of(new Reason(room.patientId(), Kind.REQUEST, room.roomId()));
      case ACTIVE -> room.seats().stream().flatMap(seat -> of(room, seat)).toList();
      case DECLINED, WITHDRAWN, RETRACTED -> List.of();
    };
  }

  /** The patient has blocked the proposer: nothing waits for his answer. */
  private static boolean isAskedInVain(RoomChanged room) {
    return room.seats().stream()
        .anyMatch(
            seat ->
                seat.personId().equals(room.proposedBy()) && seat.status() == SeatStatus.DECLINED);
  }

  private static Stream<Reason> of(RoomChanged room, Seat seat) {
    if (seat.part() == Part.PATIENT) {
      return Stream.empty();
    }
    return seat.status() == SeatStatus.PROPOSED
        ? Stream.of(new Reason(room.patientId(), Kind.REQUEST, seat.seatId()))
        : seat.status() == SeatStatus.ACTIVE
            ? Stream.of(new Reason(seat.personId(), Kind.APPROVED, seat.seatId()))
            : Stream.empty();
  }
}
