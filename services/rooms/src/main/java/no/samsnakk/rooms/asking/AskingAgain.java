package no.samsnakk.rooms.asking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.rooms.room.Rooms;

/**
 * Whether a proposer may ask this person again. Asked within the transaction that holds the lock of
 * the person's row, which is found by the hash of the number and is there for a known number and
 * for one that was typed for the first time: of many who ask at once each sees those before it, and
 * the answer is the same whoever the number belongs to.
 */
@ApplicationScoped
public class AskingAgain {
  private final Rooms rooms;
  private final Pauses pauses;

  AskingAgain(Rooms rooms, Pauses pauses) {
    this.rooms = rooms;
    this.pauses = pauses;
  }

  /** Refuses with {@code asked-too-recently}, and says until when. */
  public Uni<Void> requirePause(UUID patient, UUID proposer, UUID organisation) {
    return rooms
        .proposedBefore(patient, proposer, organisation)
        .map(
            before ->
                before.stream()
                    .map(room -> Asked.of(room, room.proposedBy().equals(proposer)))
                    .toList())
        .invoke(pauses::requireMayPropose)
        .replaceWithVoid();
  }
}
