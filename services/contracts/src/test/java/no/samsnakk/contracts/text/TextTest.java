package no.samsnakk.contracts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.ContractFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the web's own rule is tested with too. */
class TextTest {
  static Stream<Arguments> examples() {
    var examples = ContractFiles.json("text-examples.json");
    return StreamSupport.stream(examples.spliterator(), false)
        .map(it -> Arguments.of(it.path("kind").asText() + ": " + it.path("what").asText(), it));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyExampleIsJudgedAsItSays(String what, JsonNode example) {
    var fault =
        Text.valueOf(example.path("kind").asText())
            .fault(
                example.path("text").asText(),
                example.path("shortest").asInt(1),
                example.path("longest").asInt(100));

    assertEquals(example.path("code").asText(null), fault.map(Text.Fault::code).orElse(null));
  }

  @Test
  void whatJavaScriptTrimsIsTrimmed() {
    assertEquals(
        "a\u0085",
        Text.trimmed("\t\n\u000b\f\r \u00a0\u1680\u2003\u2028\u2029\u202f\u3000\ufeffa\u0085 "));
    assertEquals("", Text.trimmed(" \u00a0"));
    assertEquals("\u200ba", Text.trimmed("\u200ba"));
  }
}
