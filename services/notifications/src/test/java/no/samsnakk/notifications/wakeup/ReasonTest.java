package no.samsnakk.notifications.wakeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.event.RoomChanged.Part;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;
import no.samsnakk.contracts.event.RoomChanged.Status;
import org.junit.jupiter.api.Test;

/** For what somebody is told that there is something new. */
class ReasonTest {
  private static final UUID PATIENT = UUID.randomUUID();
  private static final UUID PROPOSER = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  @Test
  void he_is_told_that_he_is_asked_for_a_room() {
    assertThat(Reason.of(proposed(SeatStatus.PROPOSED, SeatStatus.PROPOSED)))
        .extracting(Reason::personId)
        .containsExactly(PATIENT);
  }

  @Test
  void by_one_whom_he_has_blocked_he_is_not() {
    assertThat(Reason.of(proposed(SeatStatus.DECLINED, SeatStatus.PROPOSED))).isEmpty();
  }

  @Test
  void about_one_whom_he_has_blocked_the_others_ask_him_still() {
    assertThat(Reason.of(proposed(SeatStatus.PROPOSED, SeatStatus.DECLINED))).hasSize(1);
  }

  private static RoomChanged proposed(SeatStatus proposers, SeatStatus others) {
    return new RoomChanged(
        UUID.randomUUID(),
        1,
        Change.PROPOSED,
        Status.PROPOSED,
        PATIENT,
        PROPOSER,
        PROPOSER,
        null,
        List.of(
            seat(PATIENT, Part.PATIENT, SeatStatus.PROPOSED),
            seat(PROPOSER, Part.HELPER, proposers),
            seat(OTHER, Part.HELPER, others)),
        null);
  }

  private static Seat seat(UUID personId, Part part, SeatStatus status) {
    return new Seat(UUID.randomUUID(), personId, null, part, status, false, false);
  }
}
