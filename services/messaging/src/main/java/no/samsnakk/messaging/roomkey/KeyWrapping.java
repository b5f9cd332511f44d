package no.samsnakk.messaging.roomkey;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Wraps the rooms' keys with a key that never lies in the database (R9). The port behind which a
 * key service can stand; a wrapped keyset is bound to its room and opens for no other.
 */
public interface KeyWrapping {
  byte[] wrap(UUID roomId, KeysetHandle keyset) throws GeneralSecurityException;

  KeysetHandle unwrap(UUID roomId, byte[] wrapped) throws GeneralSecurityException;
}
