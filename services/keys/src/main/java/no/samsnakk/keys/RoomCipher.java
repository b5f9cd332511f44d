package no.samsnakk.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Encrypts and decrypts what is said in one room (R9). Each ciphertext is bound to what its writer
 * says: put in another's place it does not open. It names the key that it was made with; after a
 * rotation the room has several, and the newest encrypts.
 */
public final class RoomCipher {
  /** Of a ciphertext, as Tink writes it: a byte for the kind, then the key's id. */
  private static final int KEY_ID_AT = 1;

  private final UUID roomId;
  private final int version;
  private final Aead key;
  private final Set<Integer> keyIds;

  private RoomCipher(UUID roomId, int version, Aead key, Set<Integer> keyIds) {
    this.roomId = roomId;
    this.version = version;
    this.key = key;
    this.keyIds = keyIds;
  }

  static RoomCipher of(UUID roomId, int version, KeysetHandle keyset)
      throws GeneralSecurityException {
    var ids =
        IntStream.range(0, keyset.size())
            .mapToObj(i -> keyset.getAt(i).getId())
            .collect(Collectors.toUnmodifiableSet());
    var aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    return new RoomCipher(roomId, version, aead, ids);
  }

  UUID roomId() {
    return roomId;
  }

  /** Rises with every rotation of the room's key. */
  int version() {
    return version;
  }

  /** Whether it has the key that this was made with; if not, the room's key was rotated since. */
  public boolean knows(byte[] ciphertext) {
    return ciphertext.length >= KEY_ID_AT + Integer.BYTES
        && keyIds.contains(ByteBuffer.wrap(ciphertext).getInt(KEY_ID_AT));
  }

  /** This under the room's key; it opens only where the same {@code boundTo} is said again. */
  public byte[] encrypt(byte[] plaintext, byte[] boundTo) {
    try {
      return key.encrypt(plaintext, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A payload could not be encrypted", e);
    }
  }

  /**
   * The same again.
   *
   * @throws GeneralSecurityException if it was made with another key, or bound to something else
   */
  public byte[] decrypt(byte[] ciphertext, byte[] boundTo) throws GeneralSecurityException {
    return key.decrypt(ciphertext, boundTo);
  }
}
