package no.samsnakk.rooms;

import static no.samsnakk.rooms.Actor.proposal;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.text.WellFormed;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** What is typed into a proposal is judged by the contract's one rule, with its own examples. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TypedTextTest {

  @Test
  void aPurposeAndANameAreJudgedAsTheExamplesSay() throws IOException {
    var kari = Actor.kari();
    var proposal = proposal(kari, Actor.somebodyNew("Ola Nordmann"));
    var wrong = new ArrayList<String>();
    for (JsonNode example : examples().toList()) {
      var text = example.path("text").asText();
      // An accepted one is tried as both; which of them was refused stands in the answer.
      proposal.put("purpose", text);
      proposal.put("patient", Map.of("identityNumber", Numbers.synthetic(), "name", text));
      var answer = kari.proposes(Ids.next(), proposal).extract();
      var expected = example.path("code").asText("");
      var codes = answer.statusCode() == 400 ? answer.jsonPath().getList("fields.code") : List.of();
      boolean right =
          expected.isEmpty()
              ? answer.statusCode() == 201
              : codes.equals(List.of(expected, expected));
      if (!right) {
        wrong.add(example + " was answered " + answer.statusCode() + " " + codes);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void whatIsNoTextIsLookedForNowhere() {
    var kari = Actor.kari();
    for (var query : List.of("\u0000", "Sa\u0000ra", "Sara \u0000", "\u0000\u0000")) {
      kari.searches(query).statusCode(400).body("code", equalTo("invalid-request"));
    }
  }

  @Test
  void anEmojiIsOneCharacterOfAPurpose() {
    var kari = Actor.kari();
    var proposal = proposal(kari, Actor.somebodyNew("Ola Nordmann"));
    proposal.put("purpose", " " + "👍".repeat(200) + " ");
    kari.proposes(Ids.next(), proposal).statusCode(201);
    proposal.put("purpose", "👍".repeat(201));
    kari.proposes(Ids.next(), proposal).statusCode(400);
  }

  /**
   * Those of the usual bounds; what is no text at all is refused before anybody looks at fields.
   */
  private static Stream<JsonNode> examples() throws IOException {
    try (var file = TypedTextTest.class.getResourceAsStream("/text-examples.json")) {
      var all = Json.MAPPER.readTree(Objects.requireNonNull(file));
      return StreamSupport.stream(all.spliterator(), false)
          .filter(it -> it.path("kind").asText().equals("LINE") && !it.has("longest"))
          .filter(it -> WellFormed.is(it.path("text").asText()));
    }
  }
}
