package no.samsnakk.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes ids, and reads them. */
public final class Ids {
  private Ids() {}

  /** A new UUIDv7: unique, and later ones sort behind earlier ones to the millisecond. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** The id that this name has among those of {@code within}: always the same, and no other's. */
  public static UUID named(UUID within, String name) {
    return UuidCreator.getNameBasedSha1(within, name);
  }

  /**
   * Reads one that somebody else has written.
   *
   * @return nothing for what is none
   */
  public static Optional<UUID> read(@Nullable String written) {
    try {
      return Optional.ofNullable(written).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
