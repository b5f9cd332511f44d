package no.samsnakk.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration FRESH = Duration.ofMinutes(15);

  @Test
  void issuers_words_become_levels_and_what_is_unknown_is_low() {
    assertThat(Level.ofAcr("idporten-loa-high")).isEqualTo(Level.HIGH);
    assertThat(Level.ofAcr("idporten-loa-substantial")).isEqualTo(Level.SUBSTANTIAL);
    assertThat(Level.ofAcr("1")).isEqualTo(Level.LOW);
    assertThat(Level.ofAcr("IDPORTEN-LOA-HIGH")).isEqualTo(Level.LOW);
    assertThat(Level.ofAcr(null)).isEqualTo(Level.LOW);
  }

  @Test
  void someone_who_just_signed_in_with_the_highest_level_may() {
    assertThatCode(() -> caller(Level.HIGH, 14).requireFreshHigh(NOW, FRESH))
        .doesNotThrowAnyException();
  }

  @Test
  void a_lower_level_is_refused() {
    assertRefused("level-too-low", caller(Level.SUBSTANTIAL, 0));
  }

  @Test
  void an_old_sign_in_is_refused() {
    assertRefused("fresh-login-required", caller(Level.HIGH, 16));
  }

  private static void assertRefused(String code, Caller caller) {
    assertThatThrownBy(() -> caller.requireFreshHigh(NOW, FRESH))
        .isInstanceOf(Refusal.class)
        .hasMessage(code);
  }

  private static Caller caller(Level level, int minutesAgo) {
    var signedInAt = NOW.minus(Duration.ofMinutes(minutesAgo));
    return new Caller(Ids.next(), level, signedInAt, List.of());
  }
}
