package no.samsnakk.rooms.asking;

import java.time.Instant;
import java.util.stream.Stream;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Room;
import org.jspecify.annotations.Nullable;

/**
 * A proposal from before, by the same proposer or for the same organisation.
 *
 * @param own whether it was the proposer's own
 * @param standingNo a no that the patient has not taken back from its proposer, though he has
 *     opened the room again
 */
record Asked(boolean own, Instant at, Consent answer, @Nullable Instant standingNo) {
  static Asked of(Room room, boolean own) {
    return new Asked(own, room.createdAt(), room.consent(), room.standingNoAt());
  }

  /** When it was consented to, if it was: without its proposer, that is no yes to her. */
  Stream<Instant> yes() {
    if (standingNo != null) {
      return Stream.empty();
    }
    return switch (answer) {
      case Consent.Given given -> Stream.of(given.givenAt());
      case Consent.Withdrawn withdrawn -> Stream.of(withdrawn.givenAt());
      case Consent.Asked _, Consent.Declined _, Consent.Retracted _ -> Stream.empty();
    };
  }

  /** When the patient said no, or no longer, if he did. */
  Stream<Instant> no() {
    return Stream.concat(Stream.ofNullable(standingNo), lastNo());
  }

  private Stream<Instant> lastNo() {
    return switch (answer) {
      case Consent.No no -> Stream.of(no.saidAt());
      case Consent.Asked _, Consent.Given _, Consent.Retracted _ -> Stream.empty();
    };
  }

  boolean open() {
    return answer instanceof Consent.Asked;
  }

  /** It was taken back before it was answered. */
  boolean takenBack() {
    return answer instanceof Consent.Retracted;
  }

  /** It has no answer: it is open, or was taken back. */
  boolean vain() {
    return open() || takenBack();
  }

  /** When it was asked, or taken back. */
  Instant lastChange() {
    return answer instanceof Consent.Retracted retracted ? retracted.retractedAt() : at;
  }
}
