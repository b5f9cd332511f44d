package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;

/**
 * What a record's header says: which service sealed it, with which of its keys.
 *
 * <p>As ASCII, {@code 1.<service>.<key id>.<base64url of the MAC>}.
 */
record Seal(String service, String keyId, byte[] mac) {
  private static final String VERSION = "1";
  private static final int LENGTH_MAX = 200;

  String text() {
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    return String.join(".", VERSION, service, keyId, text);
  }

  /** Nothing where it is none. */
  static Optional<Seal> of(byte[] header) {
    return header.length > LENGTH_MAX ? Optional.empty() : of(new String(header, US_ASCII));
  }

  /** The same of its text. */
  static Optional<Seal> of(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    var parts = text.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Seal(parts[1], parts[2], Base64.getUrlDecoder().decode(parts[3])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
