package no.samsnakk.contracts.entry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That whoever has sent a text takes it back: kind {@code RETRACTION}, format 1. It stays a row,
 * and what it said is shown to those alone for whom it is kept.
 */
public record RetractionPayload(long about, List<UUID> readBy, List<UUID> keptFor)
    implements Correction {
  /** The name of its kind. */
  public static final String KIND = "RETRACTION";

  public RetractionPayload(long about, @Nullable List<UUID> readBy, @Nullable List<UUID> keptFor) {
    this.about = about;
    this.readBy = readBy == null ? List.of() : List.copyOf(readBy);
    this.keptFor = keptFor == null ? List.of() : List.copyOf(keptFor);
  }

  /** As its sender says it, without what only the server says. */
  public static RetractionPayload of(long about) {
    return new RetractionPayload(about, null, null);
  }

  /** Never who (R9). */
  @Override
  public String toString() {
    return "RetractionPayload[]";
  }
}
