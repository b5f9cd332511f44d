package no.samsnakk.rooms.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** The steps there are; consent's other ones do not even compile. */
class TransitionsTest {
  private static final Instant NOW = Instant.EPOCH;

  @Test
  void aSeatTakesOnlyTheStepsOfItsPicture() {
    assertEquals(
        EnumSet.of(SeatStatus.ACTIVE, SeatStatus.DECLINED, SeatStatus.REMOVED),
        next(SeatStatus.PROPOSED));
    assertEquals(EnumSet.of(SeatStatus.REMOVED), next(SeatStatus.ACTIVE));
    assertEquals(EnumSet.of(SeatStatus.PROPOSED), next(SeatStatus.DECLINED));
    assertEquals(EnumSet.of(SeatStatus.PROPOSED), next(SeatStatus.REMOVED));
  }

  private static Set<SeatStatus> next(SeatStatus from) {
    return Stream.of(SeatStatus.values()).filter(from::mayBecome).collect(Collectors.toSet());
  }

  @Test
  void anIllegalStepIsAFault() {
    var seat = Seat.ofPatient(Ids.next(), Ids.next(), NOW);
    seat.become(SeatStatus.ACTIVE, NOW);
    assertThrows(IllegalStateException.class, () -> seat.become(SeatStatus.DECLINED, NOW));
  }

  @Test
  void aRoomIsWhatItsConsentIs() {
    var room = new Room(Ids.next(), "p", Ids.next(), "n", Ids.next(), new byte[0], NOW);
    var asked = (Consent.Asked) room.consent();
    var given = asked.give("2026-11", NOW);
    room.become(given);
    assertEquals(RoomStatus.ACTIVE, room.status());
    assertEquals(given, room.consent());
    var withdrawn = given.withdraw(NOW);
    room.become(withdrawn);
    assertEquals(RoomStatus.WITHDRAWN, room.status());
    assertEquals(withdrawn, room.consent());

    var other = new Room(Ids.next(), "p", Ids.next(), "n", Ids.next(), new byte[0], NOW);
    other.become(asked.decline("2026-11", NOW));
    assertEquals(new Consent.Declined("2026-11", NOW), other.consent());
  }

  @Test
  void afterANoTheRoomIsWhatTheNewYesIsAndNothingOfTheNoIsLeft() {
    var room = new Room(Ids.next(), "p", Ids.next(), "n", Ids.next(), new byte[0], NOW);
    var later = NOW.plusSeconds(1);
    room.become(new Consent.Withdrawn("2026-11", NOW, NOW));
    var yes = ((Consent.No) room.consent()).give("2026-12", later);
    room.become(yes);
    assertEquals(RoomStatus.ACTIVE, room.status());
    assertEquals(new Consent.Given("2026-12", later), room.consent());
    room.become(yes.withdraw(later));
    assertEquals(new Consent.Withdrawn("2026-12", later, later), room.consent());
  }
}
