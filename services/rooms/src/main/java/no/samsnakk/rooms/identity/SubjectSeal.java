package no.samsnakk.rooms.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals whom the issuer's subject means, with a key of its own derived from the person key: the
 * database keeps it, it does not decide it.
 */
@ApplicationScoped
public class SubjectSeal {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;
  private final String issuer;

  SubjectSeal(PersonKeyConfig config, @ConfigProperty(name = "samsnakk.issuer") String issuer)
      throws GeneralSecurityException {
    byte[] secret = Key.read(config.key(), "SAMSNAKK_PERSON_KEY");
    byte[] info = "samsnakk/rooms/subject/seal".getBytes(UTF_8);
    this.key = new SecretKeySpec(Hkdf.computeHkdf(HMAC, secret, new byte[0], info, 32), HMAC);
    this.issuer = issuer;
  }

  /** That this subject of our issuer means this person. */
  public byte[] of(String subject, UUID personId) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      // Each with its length, so that nothing can be moved from one to the next.
      for (var part : new String[] {issuer, subject, personId.toString()}) {
        mac.update((part.length() + ":" + part).getBytes(UTF_8));
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /** Whether this is that seal. */
  public boolean fits(byte[] seal, String subject, UUID personId) {
    return MessageDigest.isEqual(of(subject, personId), seal);
  }
}
