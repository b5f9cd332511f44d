package no.samsnakk.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"Hei", "Æ ø å", "linje\nto\tkolonne", "👨‍👩‍👧", "שלום", " a "})
  void text_is_text(String body) {
    assertThat(BodyRules.refusal(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\n", "\u2003"})
  void nothing_is_no_message(String body) {
    assertThat(BodyRules.refusal(body)).contains("message-empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000", "a\r\n", "a\u001b[31m", "a\u007f", "a\u0085b", "\ud83da", "a\udc4d"})
  void half_characters_and_control_characters_are_no_text(String body) {
    assertThat(BodyRules.refusal(body)).contains("message-not-text");
  }

  @Test
  void an_emoji_is_one_character() {
    assertThat(BodyRules.refusal("👍".repeat(8_000))).isEmpty();
    assertThat(BodyRules.refusal("👍".repeat(8_001))).contains("message-too-long");
    assertThat(BodyRules.refusal("a".repeat(8_001))).contains("message-too-long");
  }
}
