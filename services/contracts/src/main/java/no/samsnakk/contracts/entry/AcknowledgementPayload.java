package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

/**
 * A short answer that hangs on one message: kind {@code ACKNOWLEDGEMENT}, format 1. A person's
 * newest about a message is what she says of it.
 *
 * @param about the message's place in the room
 */
public record AcknowledgementPayload(long about, Says says) {
  /** The name of its kind. */
  public static final String KIND = "ACKNOWLEDGEMENT";

  public AcknowledgementPayload {
    requireNonNull(says);
  }

  /** What is said of the message. */
  public enum Says {
    /** It has been read and understood. */
    RECEIVED,
    THANKS,
    /** The one who says it will do what the message is about. */
    WILL_DO,
    /** Nothing any more: what was said before is taken back. */
    TAKEN_BACK
  }

  /** Never what is said (R9). */
  @Override
  public String toString() {
    return "AcknowledgementPayload[]";
  }
}
