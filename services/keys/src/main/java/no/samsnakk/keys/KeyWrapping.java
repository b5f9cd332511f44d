package no.samsnakk.keys;

import com.google.crypto.tink.KeysetHandle;
import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Wraps the rooms' keys with a key that never lies in the database (R9). The port behind which a
 * key service can stand; a wrapped keyset is bound to its room and opens for no other.
 *
 * <p>Wrapping and unwrapping are asked from an event loop and inside a transaction, so they answer
 * from memory and wait for nothing (R12). Whatever fetches or changes keys answers with a future,
 * from any thread, and does its waiting elsewhere.
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
   * @throws GeneralSecurityException if no key that is at hand opens it; one may after {@link
   *     #lookAgain}
   */
  KeysetHandle unwrap(UUID roomId, byte[] wrapped) throws GeneralSecurityException;

  /**
   * Takes over what another instance has changed. Who asks while somebody looks shares that look.
   *
   * @return never fails: what could not be read is as it was, and the operator has been told
   */
  Future<?> lookAgain();

  /**
   * Makes a key that can unwrap but does not wrap yet, and says its name. As with the two below,
   * one changes at a time, of all instances: see {@link WrappingTurn}.
   */
  Future<String> next();

  /** Wraps with this key from now on. */
  Future<?> turnTo(String name);

  /** Drops all keys but this one, for good. */
  Future<?> keepOnly(String name);
}
