package no.samsnakk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rooms",
        "/rooms/0199f1e2-7a5b-7c3d-8e9f-0123456789ab",
        "/log?reason=abc&from=2026-11-22",
        "/rooms/1/",
        "/s%C3%B8k"
      })
  void of_ours_is_kept(String asked) {
    assertThat(LocalPath.of(asked)).isEqualTo(asked);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/ /evil.example",
        " //evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/%2fevil.example",
        "/%2Fevil.example",
        "/%5cevil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "/%0d%0aLocation:%20//evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/%00",
        "/rooms//evil.example",
        "/rooms/%2e%2e/%2e%2e",
        "/@evil.example/\\",
        "/auth/login",
        "/%",
        "/%zz",
        "/<script>",
        "/\u0001",
        "/\u2028"
      })
  void of_somebody_else_becomes_the_start_page(String asked) {
    assertThat(LocalPath.of(asked)).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 100_000})
  void that_is_too_long_becomes_the_start_page(int length) {
    assertThat(LocalPath.of("/" + "x".repeat(length - 1))).isEqualTo("/");
  }
}
