package no.samsnakk.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.samsnakk.platform.caller.Me;
import org.jspecify.annotations.Nullable;

/** What the page may know of its session: everything but what opens it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionAnswer(
    boolean signedIn,
    @Nullable String csrfToken,
    @Nullable Instant expiresAt,
    @Nullable Long secondsLeft,
    @Nullable Boolean mayStay,
    @Nullable Me me) {
  static final SessionAnswer NOBODY = new SessionAnswer(false, null, null, null, null, null);

  static SessionAnswer of(String csrfToken, Lasting lasting, Me me) {
    return new SessionAnswer(
        true, csrfToken, lasting.expiresAt(), lasting.secondsLeft(), lasting.mayStay(), me);
  }

  @Override
  public String toString() {
    return "SessionAnswer[signedIn=" + signedIn + "]";
  }
}
