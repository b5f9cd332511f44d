package no.samsnakk.rooms.room;

/**
 * Where a seat stands. Only an active one gives access, and only in an active room.
 *
 * <pre>
 *   PROPOSED ──approve──▶ ACTIVE ──remove──▶ REMOVED
 *    │    ▲ │                                  │ │
 *    │    │ └─────────────remove───────────────┘ │
 *    │    └──────────── invite again ────────────┤
 *    └──decline──▶ DECLINED ─────────────────────┘
 * </pre>
 *
 * <p>So all others see it. For a patient who has blocked her PROPOSED is DECLINED ({@link
 * Seat#unasked}), and nothing leads from there to ACTIVE.
 */
public enum SeatStatus {
  PROPOSED,
  ACTIVE,
  DECLINED,
  REMOVED;

  /** Whether a seat may go from here to there. */
  public boolean mayBecome(SeatStatus next) {
    return switch (this) {
      case PROPOSED -> next != PROPOSED;
      case ACTIVE -> next == REMOVED;
      case DECLINED, REMOVED -> next == PROPOSED;
    };
  }

  /** Whether somebody sits here or is to be asked about. */
  public boolean open() {
    return this == PROPOSED || this == ACTIVE;
  }
}
