package no.samsnakk.keys;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as the bytes that a ciphertext is bound to. */
final class Bytes {
  private Bytes() {}

  static byte[] of(UUID... ids) {
    var buffer = ByteBuffer.allocate(16 * ids.length);
    for (UUID id : ids) {
      buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return buffer.array();
  }
}
