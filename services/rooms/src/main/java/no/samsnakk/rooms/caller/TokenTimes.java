package no.samsnakk.rooms.caller;

import jakarta.json.JsonNumber;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Times in tokens. */
final class TokenTimes {
  private TokenTimes() {}

  /** When the bearer proved who she is; long ago where the token does not say. */
  static Instant signedInAt(JsonWebToken token) {
    Object claim = token.getClaim("auth_time");
    return switch (claim) {
      case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
      case JsonNumber seconds -> Instant.ofEpochSecond(seconds.longValue());
      case null, default -> Instant.EPOCH;
    };
  }
}
