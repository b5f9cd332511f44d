package no.samsnakk.contracts.entry;

import static no.samsnakk.contracts.ContractFiles.complaints;
import static no.samsnakk.contracts.ContractFiles.files;
import static no.samsnakk.contracts.ContractFiles.json;
import static no.samsnakk.contracts.ContractFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds a kind of entry adds its payload's schema and example. */
class EntryContractTest {
  private final ObjectNode message =
      (ObjectNode) json("examples/frame/server/message.json").path("message");

  @Test
  void eachPayloadHasASchemaAndAnExampleThatFitsIt() {
    assertEquals(Set.copyOf(files("schema/entry")), Set.copyOf(files("examples/entry")));
    for (String file : files("examples/entry")) {
      assertEquals(List.of(), complaints("entry/" + file, text("examples/entry/" + file)), file);
    }
  }

  @Test
  void noPayloadHasAMemberOfTheEnvelopes() {
    for (String file : files("schema/entry")) {
      var members = new HashSet<String>();
      json("schema/entry/" + file).path("properties").fieldNames().forEachRemaining(members::add);
      members.retainAll(EntryJson.OF_THE_ENVELOPE);
      assertEquals(Set.of(), members, file);
    }
  }

  @Test
  void theEnvelopesMembersAreTheOnesThatAreKeptFromPayloads() {
    var names =
        Stream.of(Envelope.class.getRecordComponents())
            .map(
                component ->
                    component.getName().equals("entryClass") ? "class" : component.getName())
            .collect(Collectors.toSet());

    assertEquals(names, EntryJson.OF_THE_ENVELOPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOAL", "A_KIND_OF_TOMORROW"})
  void aKindThatNobodyKnowsIsReadAndWrittenAgainAsItWas(String kind) throws Exception {
    message.remove("body");
    message.put("kind", kind).put("format", 7).putObject("to").put("role", "NAV-vakt");

    var read = Json.MAPPER.treeToValue(message, Entry.class);

    assertEquals(kind, read.envelope().kind());
    assertEquals(message, Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(read)));
  }

  @Test
  void oneThatDoesNotOpenHasNoPayload() throws Exception {
    message.remove("body");

    var read = Json.MAPPER.treeToValue(message, Entry.class);

    assertNull(read.payload());
    assertEquals(message, Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(read)));
  }

  @Test
  void whatItSaysIsInNoText() throws Exception {
    var read = Json.MAPPER.treeToValue(message, Entry.class);

    assertTrue(read.toString().contains("seq=7"));
    assertEquals(-1, read.toString().indexOf("november"));
    assertEquals("TextPayload[]", TextPayload.of("hemmelig").toString());
  }
}
