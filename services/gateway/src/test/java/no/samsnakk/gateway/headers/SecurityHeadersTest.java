package no.samsnakk.gateway.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static final String ONLY_TLS = "Strict-Transport-Security";

  @Test
  void anOriginWithTlsIsNeverAskedForWithout() {
    assertThat(new SecurityHeaders("https://samsnakk.example").headers())
        .containsEntry(ONLY_TLS, "max-age=31536000; includeSubDomains");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://samsnakk.example", "https://localhost:8080"})
  void aBrowserDoesNotRememberItOfOthers(String origin) {
    assertThat(new SecurityHeaders(origin).headers()).doesNotContainKey(ONLY_TLS);
  }
}
