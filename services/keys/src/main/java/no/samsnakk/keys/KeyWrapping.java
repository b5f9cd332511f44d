package no.samsnakk.keys;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Wraps the rooms' keys with a key that never lies in the database (R9). The port behind which a
 * key service can stand; a wrapped keyset is bound to its room and opens for no other.
 *
 * <p>Wrapping and unwrapping are asked from an event loop, so they answer from memory. Whatever
 * fetches keys does it in {@link #lookAgain}, {@link #next}, {@link #turnTo} and {@link #keepOnly},
 * which may wait.
 */
public interface KeyWrapping {
  /** A keyset as it is stored, and the name of the key that wraps it. */
  record Wrapped(byte[] keyset, String by) {
    /** The name only. */
    @Override
    public String toString() {
      return "Wrapped[by=" + by + "]";
    }
  }

  /** The name of the key that wraps from now on. */
  String current();

  Wrapped wrap(UUID roomId, KeysetHandle keyset) throws GeneralSecurityException;

  /**
   * The keyset again.
   *
   * @throws GeneralSecurityException if no key that is at hand opens it, also after looking again
   */
  KeysetHandle unwrap(UUID roomId, byte[] wrapped) throws GeneralSecurityException;

  /** Takes over what another instance has changed. */
  void lookAgain();

  /** Makes a key that can unwrap but does not wrap yet, and says its name. */
  String next() throws GeneralSecurityException;

  /** Wraps with this key from now on. */
  void turnTo(String name) throws GeneralSecurityException;

  /** Drops all keys but this one, for good. */
  void keepOnly(String name) throws GeneralSecurityException;
}
