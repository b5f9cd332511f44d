package no.samsnakk.contracts.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other words for a text that its sender has sent a little while ago: kind {@code EDIT}, format 1.
 * The newest about a message is what it says.
 *
 * @param body what it says now, all of it: 1 to 8,000 code points
 */
public record EditPayload(long about, String body, List<UUID> readBy, List<UUID> keptFor)
    implements Correction {
  /** The name of its kind. */
  public static final String KIND = "EDIT";

  public EditPayload(
      long about, String body, @Nullable List<UUID> readBy, @Nullable List<UUID> keptFor) {
    this.about = about;
    this.body = requireNonNull(body);
    this.readBy = readBy == null ? List.of() : List.copyOf(readBy);
    this.keptFor = keptFor == null ? List.of() : List.copyOf(keptFor);
  }

  /** As its sender says it, without what only the server says. */
  public static EditPayload of(long about, String body) {
    return new EditPayload(about, body, null, null);
  }

  /** Never the body (R9). */
  @Override
  public String toString() {
    return "EditPayload[]";
  }
}
