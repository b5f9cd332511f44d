package no.samsnakk.contracts.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that a test's people have, each used for half a minute, as a browser uses its
 * own: to sign one takes longer than what most requests ask for. Any thread may ask.
 */
public final class KeptTokens {
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Map<Object, Token> tokens = new ConcurrentHashMap<>();

  /**
   * The token of whoever this is, signed now unless it was within the last half minute.
   *
   * @param bearer all that the token says of her, the time apart; equal bearers have one token
   */
  public String of(Object bearer, Supplier<String> sign) {
    return tokens.compute(bearer, (it, had) -> fresh(had) ? had : signed(sign)).text();
  }

  private static boolean fresh(@Nullable Token had) {
    return had != null && Instant.now().isBefore(had.until());
  }

  private static Token signed(Supplier<String> sign) {
    return new Token(sign.get(), Instant.now().plus(KEPT));
  }

  private record Token(String text, Instant until) {}
}
