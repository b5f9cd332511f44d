package no.samsnakk.rooms.room;

import java.time.Instant;

/**
 * What the patient has said. A room is what its consent is, and only these steps exist:
 *
 * <pre>
 *            give            withdraw
 *   Asked ─────────▶ Given ───────────▶ Withdrawn
 *     │ decline
 *     ├──────▶ Declined
 *     │ retract
 *     └──────▶ Retracted
 * </pre>
 *
 * Declined, Withdrawn and Retracted are final: whoever wants to ask again proposes a new room.
 */
public sealed interface Consent {

  /** Where this leaves the room. */
  RoomStatus status();

  /** Nothing yet. */
  record Asked() implements Consent {
    /** Yes, to this version of the text. */
    public Given give(String textVersion, Instant at) {
      return new Given(textVersion, at);
    }

    /** No. */
    public Declined decline(String textVersion, Instant at) {
      return new Declined(textVersion, at);
    }

    /** The one who asked does not ask any more. */
    public Retracted retract(Instant at) {
      return new Retracted(at);
    }

    @Override
    public RoomStatus status() {
      return RoomStatus.PROPOSED;
    }
  }

  /** Yes; the only consent under which anybody but the patient sees or writes anything. */
  record Given(String textVersion, Instant givenAt) implements Consent {
    /** Not any more. */
    public Withdrawn withdraw(Instant at) {
      return new Withdrawn(textVersion, givenAt, at);
    }

    @Override
    public RoomStatus status() {
      return RoomStatus.ACTIVE;
    }
  }

  /** No. */
  record Declined(String textVersion, Instant declinedAt) implements Consent {
    @Override
    public RoomStatus status() {
      return RoomStatus.DECLINED;
    }
  }

  /** It was asked for, and the question was taken back before there was an answer. */
  record Retracted(Instant retractedAt) implements Consent {
    @Override
    public RoomStatus status() {
      return RoomStatus.RETRACTED;
    }
  }

  /** It was given, and was taken back. */
  record Withdrawn(String textVersion, Instant givenAt, Instant withdrawnAt) implements Consent {
    @Override
    public RoomStatus status() {
      return RoomStatus.WITHDRAWN;
    }
  }
}
