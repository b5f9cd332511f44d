package no.samsnakk.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What one browser is known by: 256 random bits that only its cookie holds. The database knows the
 * hash, so that reading the database opens no session.
 */
public record BrowserSecret(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A new one, never given to anybody before. */
  public static BrowserSecret random() {
    var bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new BrowserSecret(text(bits));
  }

  /** The one in a cookie, if it can be one at all. */
  public static Optional<BrowserSecret> of(@Nullable String cookie) {
    return cookie != null && FORM.matcher(cookie).matches()
        ? Optional.of(new BrowserSecret(cookie))
        : Optional.empty();
  }

  /** What the database knows it by. */
  public String hash() {
    return hash(value);
  }

  /** SHA-256 of a secret with enough randomness of its own, as text. */
  public static String hash(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return text(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Known to our own page alone: it cannot be told from the hash, nor the secret from it. */
  public String csrfToken() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return text(mac.doFinal("samsnakk csrf".getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this is the CSRF token; takes as long whichever byte differs. */
  public boolean fits(@Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            csrfToken().getBytes(StandardCharsets.US_ASCII),
            shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "BrowserSecret[***]";
  }
}
