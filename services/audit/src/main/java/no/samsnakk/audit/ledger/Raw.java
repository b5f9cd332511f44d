package no.samsnakk.audit.ledger;

/**
 * A record as it was told, where it says what this version does not know.
 *
 * @param topic where it lay
 * @param value the event's JSON, or what was in its place
 */
public record Raw(String topic, String value) {

  /** Nobody fills the log with one record: what is longer is not kept. */
  public static final int LONGEST = 65_536;

  /** Not what it says (R9). */
  @Override
  public String toString() {
    return "Raw[topic=" + topic + "]";
  }
}
