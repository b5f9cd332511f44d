package no.samsnakk.gateway.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static final String ONLY_TLS = "Strict-Transport-Security";

  @Test
  void anOriginWithTlsIsNeverAskedForWithout() {
    assertThat(answered("https://samsnakk.example").get(ONLY_TLS))
        .isEqualTo("max-age=31536000; includeSubDomains");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://samsnakk.example", "https://localhost:8080"})
  void aBrowserDoesNotRememberItOfOthers(String origin) {
    assertThat(answered(origin).names()).isNotEmpty().doesNotContain(ONLY_TLS);
  }

  private static MultiMap answered(String origin) {
    var answer = MultiMap.caseInsensitiveMultiMap();
    new SecurityHeaders(origin).put(answer);
    return answer;
  }
}
