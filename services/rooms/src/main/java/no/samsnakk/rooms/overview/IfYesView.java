package no.samsnakk.rooms.overview;

import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.Seat;

/**
 * Whom the patient's yes would let in, and whom he would be asked about after it: their seats. His
 * answer repeats them, so that it is to what he has seen.
 */
public record IfYesView(List<UUID> joins, List<UUID> asked) {
  static IfYesView of(IfYes ifYes) {
    return new IfYesView(
        ifYes.joins().stream().map(Seat::seatId).toList(),
        ifYes.asked().stream().map(Seat::seatId).toList());
  }
}
