package no.samsnakk.gateway.session;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals what must not be read in the database. What is sealed for one owner cannot be opened as
 * another's: a row's content that is copied into another row is worth nothing.
 */
@ApplicationScoped
class Vault {
  private final Aead aead;

  Vault(SessionConfig config) {
    this.aead = aead(key(config.key()));
  }

  byte[] seal(String secret, String owner) {
    try {
      return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bytes(owner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The session key cannot seal", e);
    }
  }

  /** What was sealed for this owner; nothing if that was for another one, or with another key. */
  Optional<String> open(byte[] sealed, String owner) {
    try {
      return Optional.of(new String(aead.decrypt(sealed, bytes(owner)), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String owner) {
    return owner.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] key(String base64) {
    var key = Base64.getDecoder().decode(base64);
    if (key.length != 32) {
      throw new IllegalStateException("SAMSNAKK_SESSION_KEY must be 32 bytes in base64");
    }
    return key;
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) {
    try {
      var parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(32)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.NO_PREFIX)
              .build();
      return AesGcmJce.create(
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The session key cannot be used", e);
    }
  }
}
