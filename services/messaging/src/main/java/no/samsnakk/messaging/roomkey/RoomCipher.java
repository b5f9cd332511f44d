package no.samsnakk.messaging.roomkey;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts and decrypts the bodies of one room (R9). Each ciphertext is bound to room and message:
 * put in another's place it does not open.
 */
public final class RoomCipher {
  private final UUID roomId;
  private final Aead key;

  RoomCipher(UUID roomId, Aead key) {
    this.roomId = roomId;
    this.key = key;
  }

  /** The body under the room's key. */
  public byte[] encrypt(UUID messageId, String body) {
    try {
      return key.encrypt(body.getBytes(StandardCharsets.UTF_8), Bytes.of(roomId, messageId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A body could not be encrypted", e);
    }
  }

  /**
   * The body again.
   *
   * @throws GeneralSecurityException if it was made with another key, or for another place
   */
  public String decrypt(UUID messageId, byte[] ciphertext) throws GeneralSecurityException {
    return new String(key.decrypt(ciphertext, Bytes.of(roomId, messageId)), StandardCharsets.UTF_8);
  }
}
