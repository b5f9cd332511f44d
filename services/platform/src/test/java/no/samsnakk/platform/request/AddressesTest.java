package no.samsnakk.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/rooms?before=7&limit=1", "/a%20b?q=%C3%A6%F0%9F%91%8D", "/%2e%2E", "*"})
  void an_address_of_text_is_one(String address) {
    assertThat(Addresses.areText(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%00",
        "/a?b=%00",
        "/%C0%80",
        "/%ED%A0%BD",
        "/%ED%B1%8D",
        "/%FF",
        "/%C3",
        "/%F5%80%80%80",
        "/%",
        "/%4",
        "/%zz",
        "/\u00e6",
        "/\u2028",
        "/\u0000"
      })
  void anything_else_is_none(String address) {
    assertThat(Addresses.areText(address)).isFalse();
  }
}
