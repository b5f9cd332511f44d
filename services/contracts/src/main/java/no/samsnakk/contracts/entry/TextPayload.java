package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

/**
 * A plain text: kind {@code TEXT}, format 1.
 *
 * @param body 1 to 8,000 code points
 */
public record TextPayload(String body) {
  /** The name of its kind. */
  public static final String KIND = "TEXT";

  public TextPayload {
    requireNonNull(body);
  }

  /** Never the body (R9). */
  @Override
  public String toString() {
    return "TextPayload[]";
  }
}
