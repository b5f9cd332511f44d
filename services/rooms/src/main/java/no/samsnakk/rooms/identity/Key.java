package no.samsnakk.rooms.identity;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import java.util.Base64;
import java.util.Optional;

/** A secret key as operators hand it over. */
public final class Key {
  private static final int BYTES = 32;

  private Key() {}

  /**
   * Its 32 bytes.
   *
   * @param variable what the operator calls it
   * @throws IllegalStateException if it is missing or something else; the value is not repeated
   */
  public static byte[] read(Optional<String> base64, String variable) {
    return base64
        .flatMap(Key::decode)
        .filter(bytes -> bytes.length == BYTES)
        .orElseThrow(() -> LOG.keyUnusable(variable));
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.strip()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
