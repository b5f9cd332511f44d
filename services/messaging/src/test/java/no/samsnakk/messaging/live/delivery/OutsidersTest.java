package no.samsnakk.messaging.live.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.event.RoomChanged.Part;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;
import no.samsnakk.contracts.event.RoomChanged.Status;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** R9: who is told that a room has changed which nobody, or not yet, reads in. */
class OutsidersTest {
  private final UUID are = Ids.next();
  private final UUID kari = Ids.next();

  private RoomChanged event(Status status, Change change, SeatStatus karis) {
    return new RoomChanged(
        Ids.next(),
        2,
        change,
        status,
        are,
        kari,
        kari,
        null,
        List.of(
            new Seat(Ids.next(), are, null, Part.PATIENT, SeatStatus.PROPOSED, false, false),
            new Seat(Ids.next(), kari, Ids.next(), Part.HELPER, karis, false, false)));
  }

  @Test
  void both_are_told_of_a_proposal_and_that_it_is_taken_back() {
    assertThat(Outsiders.of(event(Status.PROPOSED, Change.PROPOSED, SeatStatus.PROPOSED)))
        .containsExactlyInAnyOrder(are, kari);
    assertThat(Outsiders.of(event(Status.RETRACTED, Change.PROPOSAL_RETRACTED, SeatStatus.REMOVED)))
        .containsExactlyInAnyOrder(are, kari);
  }

  @Test
  void R9_he_hears_nothing_of_what_somebody_proposes_whom_he_has_blocked() {
    assertThat(Outsiders.of(event(Status.PROPOSED, Change.PROPOSED, SeatStatus.DECLINED)))
        .containsExactly(kari);
    assertThat(
            Outsiders.of(event(Status.RETRACTED, Change.PROPOSAL_RETRACTED, SeatStatus.DECLINED)))
        .containsExactly(kari);
  }

  @ParameterizedTest
  @EnumSource(
      value = Change.class,
      names = {"SEAT_REMOVED"},
      mode = Mode.EXCLUDE)
  void R9_nor_of_what_others_do_in_it(Change change) {
    assertThat(Outsiders.of(event(Status.PROPOSED, change, SeatStatus.DECLINED)))
        .doesNotContain(are);
  }

  @Test
  void R9_nor_that_the_role_of_somebody_ends_whom_she_has_named() {
    var event = event(Status.PROPOSED, Change.SEAT_REMOVED, SeatStatus.DECLINED);
    var named =
        new RoomChanged(
            event.roomId(),
            event.accessEpoch(),
            event.change(),
            event.status(),
            are,
            kari,
            kari,
            Ids.next(),
            event.seats());
    assertThat(Outsiders.of(named)).doesNotContain(are);
  }

  @Test
  void his_other_windows_hear_that_it_leaves_him_when_he_blocks_her() {
    assertThat(Outsiders.of(event(Status.PROPOSED, Change.SEAT_REMOVED, SeatStatus.DECLINED)))
        .contains(are);
  }

  @Test
  void his_own_no_is_his_to_hear() {
    assertThat(Outsiders.of(event(Status.DECLINED, Change.CONSENT_DECLINED, SeatStatus.DECLINED)))
        .containsExactlyInAnyOrder(are, kari);
  }
}
