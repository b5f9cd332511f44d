package no.samsnakk.messaging.live.delivery;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;

/**
 * Those who see a room, or saw it until now, without being able to read in it: the patient, and the
 * proposer as long as it is her proposal. As rooms has it (R1): with the patient's yes she is one
 * of those in a seat, and without a seat she is nobody there.
 */
final class Outsiders {
  private Outsiders() {}

  static Set<UUID> of(RoomChanged event) {
    Set<UUID> outsiders = new HashSet<>();
    if (isPatientsBusiness(event)) {
      outsiders.add(event.patientId());
    }
    if (isProposersBusiness(event)) {
      outsiders.add(event.proposedBy());
    }
    event.seats().stream()
        .filter(RoomChanged.Seat::mayRead)
        .forEach(seat -> outsiders.remove(seat.personId()));
    return outsiders;
  }

  /**
   * He is not asked by whom he has blocked: her proposal begins, goes on and is taken back without
   * him. That it leaves him, when he blocks her, is told to his other windows: of all changes of a
   * seat that one alone names nobody.
   */
  private static boolean isPatientsBusiness(RoomChanged event) {
    return switch (event.status()) {
      case PROPOSED, RETRACTED ->
          !has(event, event.proposedBy(), SeatStatus.DECLINED)
              || (event.change() == RoomChanged.Change.SEAT_REMOVED && event.concerns() == null);
      case ACTIVE, DECLINED, WITHDRAWN -> true;
    };
  }

  private static boolean isProposersBusiness(RoomChanged event) {
    var proposer = event.proposedBy();
    return switch (event.status()) {
      case PROPOSED ->
          has(event, proposer, SeatStatus.PROPOSED)
              || proposer.equals(event.concerns())
              // The patient has blocked her, and her other windows show what this one does.
              || event.change() == RoomChanged.Change.PROPOSED;
      case DECLINED -> has(event, proposer, SeatStatus.DECLINED);
      // She has done it, and nothing comes after it.
      case RETRACTED -> true;
      case ACTIVE, WITHDRAWN -> false;
    };
  }

  private static boolean has(RoomChanged event, UUID personId, SeatStatus status) {
    return event.seats().stream()
        .anyMatch(seat -> seat.personId().equals(personId) && seat.status() == status);
  }
}
