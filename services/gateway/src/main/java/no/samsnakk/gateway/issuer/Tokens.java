package no.samsnakk.gateway.issuer;

import java.time.Instant;

/** What a session lives by at the issuer. Never leaves the server (R10). */
public record Tokens(
    String access, Instant accessExpiresAt, String refresh, Instant refreshExpiresAt) {

  /** Of a session that can still be ended, but not gone on with. */
  public static final Tokens LOST = new Tokens("", Instant.EPOCH, "", Instant.EPOCH);

  @Override
  public String toString() {
    return "Tokens[accessExpiresAt=" + accessExpiresAt + "]";
  }
}
