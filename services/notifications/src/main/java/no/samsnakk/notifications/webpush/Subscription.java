package no.samsnakk.notifications.webpush;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A browser's {@code PushSubscription}, as its {@code toJSON()} writes it.
 *
 * @param endpoint where its push service listens
 */
public record Subscription(@NotNull @Size(min = 1) String endpoint, @NotNull @Valid Keys keys) {

  /**
   * What to encrypt with, base64url.
   *
   * @param p256dh the browser's public key: 65 bytes, an uncompressed point
   * @param auth 16 bytes that only the browser and we know
   */
  public record Keys(
      @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{87}=?") String p256dh,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{22}(==)?") String auth) {}

  /** Whoever has the endpoint and the keys can reach the browser. */
  @Override
  public String toString() {
    return "Subscription[]";
  }
}
