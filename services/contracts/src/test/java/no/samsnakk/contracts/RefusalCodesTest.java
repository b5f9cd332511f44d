package no.samsnakk.contracts;

import static java.util.stream.Collectors.toSet;
import static no.samsnakk.contracts.ContractFiles.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The one list of codes that a client may meet (R11): the web translates each of them. */
class RefusalCodesTest {
  static Stream<JsonNode> codes() {
    return json("refusal-codes.json").valueStream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aCodeHasAFormAPlaceAndAMeaning(JsonNode entry) {
    assertTrue(entry.path("code").asText().matches("[a-z]+(-[a-z]+)*"));
    assertTrue(entry.has("status") || entry.has("frames"));
    assertTrue(entry.path("meaning").asText().matches("[A-Z][^.]+\\."));
  }

  @Test
  void noCodeStandsTwice() {
    List<String> all = codes().map(entry -> entry.path("code").asText()).toList();

    assertEquals(all.size(), Set.copyOf(all).size());
  }

  @ParameterizedTest
  @CsvSource({"refused,refusal-code", "error,error-code", "closed,closed-code"})
  void theFramesKnowTheSameCodes(String frame, String schema) {
    var listed =
        codes()
            .filter(
                entry -> entry.path("frames").valueStream().anyMatch(f -> f.asText().equals(frame)))
            .map(entry -> entry.path("code").asText())
            .collect(toSet());

    assertEquals(
        json("schema/frame/" + schema + ".json")
            .path("enum")
            .valueStream()
            .map(JsonNode::asText)
            .collect(toSet()),
        listed);
  }
}
