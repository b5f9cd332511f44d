package no.samsnakk.rooms.room;

import java.time.Instant;

/**
 * What the patient has said. A room is what its consent is, and only these steps exist:
 *
 * <pre>
 *            give            withdraw
 *   Asked ─────────▶ Given ───────────▶ Withdrawn
 *     │ decline        ▲ ▲      give       │
 *     ├──────▶ Declined┘ └─────────────────┘
 *     │ retract      give
 *     └──────▶ Retracted
 * </pre>
 *
 * Out of Declined and Withdrawn leads the patient's own yes alone; whoever else wants to ask again
 * proposes a new room. Retracted is final.
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

  /** A no that stands until the patient himself says yes. */
  sealed interface No extends Consent {
    /** When he said it. */
    Instant saidAt();

    /** Yes after all, to this version of the text. */
    default Given give(String textVersion, Instant at) {
      return new Given(textVersion, at);
    }
  }

  /** No. */
  record Declined(String textVersion, Instant declinedAt) implements No {
    @Override
    public Instant saidAt() {
      return declinedAt;
    }

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
  record Withdrawn(String textVersion, Instant givenAt, Instant withdrawnAt) implements No {
    @Override
    public Instant saidAt() {
      return withdrawnAt;
    }

    @Override
    public RoomStatus status() {
      return RoomStatus.WITHDRAWN;
    }
  }
}
