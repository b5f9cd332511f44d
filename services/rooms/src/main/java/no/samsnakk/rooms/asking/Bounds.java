package no.samsnakk.rooms.asking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.Seat;

/**
 * Whether somebody may ask for one more. Each is asked within the transaction that holds the lock
 * for what it counts, the room's row or the proposer's turn: of many who ask at once each sees
 * those before him. Nobody asks it for a no, a withdrawal or a leaving (R4): they only make places
 * free.
 */
@ApplicationScoped
public class Bounds {
  private final BoundsConfig config;
  private final Rooms rooms;

  Bounds(BoundsConfig config, Rooms rooms) {
    this.config = config;
    this.rooms = rooms;
  }

  /** Whether one more may be seated or asked about; else {@code room-full}. */
  public void requireSeat(RoomState state) {
    long open = state.seats().stream().filter(Seat::isOpen).count();
    if (open >= config.seatsInRoom()) {
      throw new Refusal(RefusalCode.ROOM_FULL, state.roomId());
    }
  }

  /**
   * Whether this proposer, whose turn it is, may ask for one more; else {@code
   * too-many-open-proposals}.
   */
  public Uni<Void> requireProposal(UUID proposer) {
    return rooms
        .openProposals(proposer)
        .invoke(
            open -> {
              if (open >= config.openProposals()) {
                throw new Refusal(RefusalCode.TOO_MANY_OPEN_PROPOSALS);
              }
            })
        .replaceWithVoid();
  }
}
