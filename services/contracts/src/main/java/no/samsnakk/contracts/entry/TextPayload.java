package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A plain text: kind {@code TEXT}, format 2. In format 1 none was a reply.
 *
 * @param body 1 to 8,000 code points
 * @param inResponseTo the place in the room of the earlier row that it replies to, if it is a reply
 */
public record TextPayload(String body, @Nullable Long inResponseTo) {
  /** The name of its kind. */
  public static final String KIND = "TEXT";

  public TextPayload {
    requireNonNull(body);
  }

  /** One that is no reply. */
  public static TextPayload of(String body) {
    return new TextPayload(body, null);
  }

  /** Never the body (R9). */
  @Override
  public String toString() {
    return "TextPayload[]";
  }
}
