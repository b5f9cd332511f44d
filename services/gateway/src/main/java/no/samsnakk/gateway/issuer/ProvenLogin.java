package no.samsnakk.gateway.issuer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login whose ID token was verified.
 *
 * @param subject the issuer's name for the person
 * @param providerSid the issuer's name for its session, where it says so
 * @param authenticatedAt when she proved who she is
 * @param idToken shown to rooms once and then forgotten
 */
public record ProvenLogin(
    String subject,
    @Nullable String providerSid,
    Instant authenticatedAt,
    String idToken,
    Tokens tokens) {

  @Override
  public String toString() {
    return "ProvenLogin[authenticatedAt=" + authenticatedAt + "]";
  }
}
