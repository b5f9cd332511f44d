package no.samsnakk.keys;

import java.security.GeneralSecurityException;

/**
 * Who opens the key file. The keys in it wrap the rooms' keys in memory (envelope encryption), so a
 * key service is asked only when the file is read or changed: at the start and at a rotation.
 */
interface KeyService {
  /** None: the file holds the keys as they are, and its permissions alone protect them. */
  KeyService NONE =
      new KeyService() {
        @Override
        public byte[] encrypt(byte[] keys) {
          return keys;
        }

        @Override
        public byte[] decrypt(byte[] file) {
          return file;
        }
      };

  /**
   * What is written into the file; may wait for a few seconds.
   *
   * @throws GeneralSecurityException if the service is away or says no
   */
  byte[] encrypt(byte[] keys) throws GeneralSecurityException;

  /**
   * The keys again; may wait for a few seconds.
   *
   * @throws GeneralSecurityException if the service is away, says no, or has not encrypted this
   */
  byte[] decrypt(byte[] file) throws GeneralSecurityException;
}
