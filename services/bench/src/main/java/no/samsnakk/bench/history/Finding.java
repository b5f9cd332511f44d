package no.samsnakk.bench.history;

/**
 * A promise that was broken.
 *
 * @param what which message or room, and how; ids and numbers only (R9)
 */
public record Finding(Kind kind, String what) {

  /** The ways to break R2. */
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
    INVENTED
  }
}
