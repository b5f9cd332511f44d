package no.samsnakk.rooms.asking;

import java.time.Instant;
import java.util.stream.Stream;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Room;

/**
 * A proposal from before, by the same proposer or for the same organisation.
 *
 * @param own whether it was the proposer's own
 */
record Asked(boolean own, Instant at, Consent answer) {
  static Asked of(Room room, boolean own) {
    return new Asked(own, room.createdAt(), room.consent());
  }

  /** When it was consented to, if it was. */
  Stream<Instant> yes() {
    return switch (answer) {
      case Consent.Given given -> Stream.of(given.givenAt());
      case Consent.Withdrawn withdrawn -> Stream.of(withdrawn.givenAt());
      case Consent.Asked _, Consent.Declined _, Consent.Retracted _ -> Stream.empty();
    };
  }

  /** When the patient said no, or no longer, if he did. */
  Stream<Instant> no() {
    return switch (answer) {
      case Consent.Declined declined -> Stream.of(declined.declinedAt());
      case Consent.Withdrawn withdrawn -> Stream.of(withdrawn.withdrawnAt());
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
