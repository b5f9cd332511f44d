package no.samsnakk.rooms.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns identity numbers into what may be stored. One secret, three keys derived from it (HKDF), so
 * that what is known of one tells nothing about another.
 */
@Startup
@ApplicationScoped
public class NumberVault {
  private static final String HMAC = "HmacSHA256";

  private final Aead seal;
  private final SecretKeySpec lookup;
  private final SecretKeySpec fingerprint;

  NumberVault(PersonKeyConfig config) throws GeneralSecurityException {
    byte[] secret = Key.read(config.key(), "SAMSNAKK_PERSON_KEY");
    seal = new AesGcmJce(derived(secret, "seal"));
    lookup = new SecretKeySpec(derived(secret, "lookup"), HMAC);
    fingerprint = new SecretKeySpec(derived(secret, "fingerprint"), HMAC);
  }

  /** What a person is found by: always the same for the same number. */
  public byte[] lookupKey(IdentityNumber number) {
    return hmac(lookup, number.digits().getBytes(UTF_8));
  }

  /** The number under encryption, bound to its person: moved to another row it does not open. */
  public byte[] seal(IdentityNumber number, UUID personId) {
    try {
      return seal.encrypt(number.digits().getBytes(UTF_8), context(personId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /** The number again; nothing if it was sealed for someone else, with another key, or changed. */
  public Optional<IdentityNumber> open(byte[] sealed, UUID personId) {
    try {
      return Optional.of(
          new IdentityNumber(new String(seal.decrypt(sealed, context(personId)), UTF_8)));
    } catch (GeneralSecurityException notHers) {
      return Optional.empty();
    }
  }

  /** Tells whether two texts that hold a number were the same, and nothing more. */
  public byte[] fingerprint(byte[] text) {
    return hmac(fingerprint, text);
  }

  private static byte[] derived(byte[] secret, String use) throws GeneralSecurityException {
    byte[] info = ("samsnakk/rooms/identity-number/" + use).getBytes(UTF_8);
    return Hkdf.computeHkdf(HMAC, secret, new byte[0], info, 32);
  }

  private static byte[] context(UUID personId) {
    return personId.toString().getBytes(UTF_8);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("hashing failed", e);
    }
  }
}
