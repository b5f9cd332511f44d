package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrowserSecretTest {
  @Test
  void has_256_bits_and_never_the_same_ones() {
    var secrets = Stream.generate(BrowserSecret::random).limit(100).toList();

    assertThat(secrets).doesNotHaveDuplicates();
    assertThat(secrets)
        .allSatisfy(it -> assertThat(Base64.getUrlDecoder().decode(it.value())).hasSize(32));
  }

  @Test
  void is_told_neither_by_its_hash_nor_by_its_csrf_token_nor_in_a_log() {
    var secret = BrowserSecret.random();

    assertThat(secret.hash()).isNotEqualTo(secret.value()).isNotEqualTo(secret.csrfToken());
    assertThat(secret.csrfToken()).isNotEqualTo(secret.value());
    assertThat(secret.toString()).doesNotContain(secret.value());
  }

  @Test
  void fits_only_its_own_csrf_token() {
    var secret = BrowserSecret.random();

    assertThat(secret.fits(secret.csrfToken())).isTrue();
    assertThat(secret.fits(BrowserSecret.random().csrfToken())).isFalse();
    assertThat(secret.fits(secret.value())).isFalse();
    assertThat(secret.fits(null)).isFalse();
  }

  @Test
  void cannot_be_anything_a_browser_makes_up() {
    assertThat(BrowserSecret.of(null)).isEmpty();
    assertThat(BrowserSecret.of("")).isEmpty();
    assertThat(BrowserSecret.of("x".repeat(42))).isEmpty();
    assertThat(BrowserSecret.of("x".repeat(44))).isEmpty();
    assertThat(BrowserSecret.of("'".repeat(43))).isEmpty();
    assertThat(BrowserSecret.of("x".repeat(43))).isPresent();
  }
}
