package no.samsnakk.keys;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** The key service does not answer just now; it may later. */
final class KeyServiceAway extends GeneralSecurityException {
  KeyServiceAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
