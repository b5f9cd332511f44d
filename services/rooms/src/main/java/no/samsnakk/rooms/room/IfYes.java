package no.samsnakk.rooms.room;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom the patient's yes to the room would let in, and whom he would be asked about after it. The
 * one definition: his consent page names them from here, and his yes seats them by it (R1).
 *
 * @param joins the proposer, or nobody
 * @param asked all the others, whose seats stay empty until he has answered for each
 * @param unasked those of the others whom he has blocked: he is neither told nor asked of them
 */
public record IfYes(List<Seat> joins, List<Seat> asked, List<Seat> unasked) {
  /**
   * As the room stands now; nobody while there is nothing to say yes to.
   *
   * @param seatable those of its roles that let their holders sit in a room today
   */
  public static IfYes of(RoomState state, Set<UUID> seatable) {
    var coming =
        switch (state.room().consent()) {
          case Consent.Asked _ -> proposed(state);
          case Consent.No _ -> closedWith(state).filter(seat -> seatable.contains(seat.roleId()));
          case Consent.Given _, Consent.Retracted _ -> Stream.<Seat>empty();
        };
    var all = coming.filter(seat -> !state.isPatientAsHelper(seat)).toList();
    var wanted = all.stream().filter(seat -> !state.blocks(seat)).toList();
    return new IfYes(
        wanted.stream().filter(seat -> asksHimself(state, seat)).toList(),
        wanted.stream().filter(seat -> !asksHimself(state, seat)).toList(),
        all.stream().filter(seat -> state.blocks(seat) && !asksHimself(state, seat)).toList());
  }

  private static Stream<Seat> proposed(RoomState state) {
    return state.helpers().stream().filter(seat -> seat.status() == SeatStatus.PROPOSED);
  }

  /** Who left, was shown out or refused before does not come back with the room. */
  private static Stream<Seat> closedWith(RoomState state) {
    return state.helpers().stream().filter(Seat::closedWithRoom);
  }

  /** The proposer; once somebody else has asked for her, she waits like any other. */
  private static boolean asksHimself(RoomState state, Seat seat) {
    return seat.personId().equals(state.room().proposedBy()) && seat.invitedBy() == null;
  }
}
