package no.samsnakk.local;

/**
 * Why the all-in-one does not start: a number for the docs, an exit code for scripts, a sentence.
 */
public enum Refusal {
  PORT_TAKEN(
      701, 11, "Port %d, for %s, is taken by someone else. Free it, or set %s to another port."),
  DISK_NEARLY_FULL(
      702,
      13,
      "Only %d MiB are free where %s lies; Samsnakk wants %d (SAMSNAKK_MIN_FREE_MIB). Make room first."),
  NOT_BUILT(703, 14, "%s is missing: run ./samsnakk up, which builds what has to be built."),
  ALREADY_RUNNING(
      704, 15, "Samsnakk is already running from %s (process %s). Stop it with ./samsnakk down."),
  PART_FAILED(705, 16, "%s did not start: %s"),
  SETTING_MISSING(706, 17, "%s is set, so %s has to be set too."),
  SETTING_WRONG(707, 21, "%s is \"%s\"; it has to be %s."),
  NOT_MIGRATED(708, 22, "The tables of %s could not be brought up to date: %s");

  private final int number;
  private final int exitCode;
  private final String sentence;

  Refusal(int number, int exitCode, String sentence) {
    this.number = number;
    this.exitCode = exitCode;
    this.sentence = sentence;
  }

  int exitCode() {
    return exitCode;
  }

  Refused with(Object... values) {
    return new Refused(this, "SAMS0" + number + " " + sentence.formatted(values));
  }

  /** Thrown before anything has been started, or after what was has been stopped. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;

    private Refused(Refusal refusal, String message) {
      super(message);
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }
}
