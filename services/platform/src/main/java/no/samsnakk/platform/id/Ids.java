package no.samsnakk.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids. */
public final class Ids {
  private Ids() {}

  /** A new UUIDv7: unique, and later ones sort behind earlier ones to the millisecond. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
