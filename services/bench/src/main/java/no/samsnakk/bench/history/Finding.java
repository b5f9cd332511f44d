package no.samsnakk.bench.history;

/**
 * A promise that was broken.
 *
 * @param what which message or room, and how; ids and numbers only (R9)
 */
public record Finding(Kind kind, String what) {

  /** The ways to break R2, R3, R4 and R6. */
  public enum Kind {
    /** Acknowledged or shown, and not in history. */
    LOST,
    /** In history, acknowledged or shown under two numbers, or kept though refused. */
    DOUBLED,
    /** A later one has a lower number, or a viewer was shown them in another order. */
    OUT_OF_ORDER,
    /** A number is missing in a room, or stands there twice. */
    GAP,
    /** In history or shown, and never sent. */
    INVENTED,
    /** Shown to a viewer, and committed after her access had ended (R4). */
    SEEN_WITHOUT_ACCESS,
    /** What a viewer has built up is not what a fresh one reads (R3). */
    STALE,
    /** Shown to a viewer, and in no view that the log knows of (R6). */
    UNLOGGED,
    /** Said to be read, or to have reached somebody, and no longer said in the end. */
    MARK_LOST,
    /** Said to be read, or to have reached somebody, and in no view of hers. */
    MARKED_UNSEEN,
    /** A view that is still open in the log although everybody has gone (R6). */
    NEVER_ENDED
  }
}
