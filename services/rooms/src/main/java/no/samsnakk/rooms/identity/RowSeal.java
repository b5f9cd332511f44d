package no.samsnakk.rooms.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a row says, with a key of its own derived from the person key: the database keeps it,
 * it does not decide it. What the row is found by belongs to what is sealed, so that no other row
 * can carry the seal.
 */
@ApplicationScoped
public class RowSeal {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  RowSeal(PersonKeyConfig config) throws GeneralSecurityException {
    byte[] secret = Key.read(config.key(), "SAMSNAKK_PERSON_KEY");
    byte[] info = "samsnakk/rooms/row/seal".getBytes(UTF_8);
    this.key = new SecretKeySpec(Hkdf.computeHkdf(HMAC, secret, new byte[0], info, 32), HMAC);
  }

  /** That a row of this table says this. */
  public byte[] of(String table, @Nullable Object... columns) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      add(mac, table);
      for (var column : columns) {
        add(mac, column);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /** Whether this is that seal. */
  public boolean fits(byte @Nullable [] seal, String table, @Nullable Object... columns) {
    return MessageDigest.isEqual(of(table, columns), seal);
  }

  /**
   * Each with its length, so that nothing can be moved from one column to the next; nothing has
   * none, so that it is no text either.
   */
  private static void add(Mac mac, @Nullable Object column) {
    if (column == null) {
      mac.update((byte) '-');
      return;
    }
    byte[] bytes = column.toString().getBytes(UTF_8);
    mac.update((bytes.length + ":").getBytes(UTF_8));
    mac.update(bytes);
  }
}
