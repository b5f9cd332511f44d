package no.samsnakk.local;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets nobody has to remember. */
final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** 256 bits, in letters, digits, minus and underscore. */
  static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** 256 bits in plain base64: a key. */
  static String key() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
