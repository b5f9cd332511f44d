package no.samsnakk.contracts.event;

import static java.util.stream.Collectors.toSet;
import static no.samsnakk.contracts.ContractFiles.complaints;
import static no.samsnakk.contracts.ContractFiles.files;
import static no.samsnakk.contracts.ContractFiles.json;
import static no.samsnakk.contracts.ContractFiles.leaves;
import static no.samsnakk.contracts.ContractFiles.path;
import static no.samsnakk.contracts.ContractFiles.text;
import static no.samsnakk.contracts.ContractFiles.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds an event adds its schema, its example and its place in AsyncAPI. */
class EventContractTest {

  /** An event of the sealed type, by its CloudEvents type. */
  record Kind(Class<? extends EventData> data, String type) {
    /** {@code no.samsnakk.rooms.room-changed.v1} lies in {@code event/rooms/room-changed.v1}. */
    String file() {
      return "event/" + type.replace("no.samsnakk.", "").replaceFirst("\\.", "/") + ".json";
    }

    @Override
    public String toString() {
      return type;
    }
  }

  static Stream<Kind> kinds() {
    return leaves(EventData.class).map(data -> new Kind(data, Events.typeOf(data)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anExampleFitsTheEnvelopeAndItsSchema(Kind kind) {
    var example = json("examples/" + kind.file());

    assertEquals(List.of(), complaints("event/envelope.json", example.toString()));
    assertEquals(List.of(), complaints(kind.file(), example.path("data").toString()));
    assertEquals(kind.type(), example.path("type").asText());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void yesterdaysExampleIsReadByTodaysCodeAndWrittenAgainAsItWas(Kind kind) throws Exception {
    var example = json("examples/" + kind.file());

    var data = Complete.check(Events.read(example.toString()).orElseThrow());

    assertEquals(kind.data(), data.getClass());
    assertEquals(example, Json.MAPPER.readTree(written(example, data)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theExampleShowsEveryField(Kind kind) {
    var example = json("examples/" + kind.file()).path("data");
    var schema = json("schema/" + kind.file());
    var fields =
        Stream.of(kind.data().getRecordComponents()).map(c -> c.getName()).collect(toSet());

    assertEquals(fields, example.propertyStream().map(p -> p.getKey()).collect(toSet()));
    assertEquals(
        fields, schema.path("properties").propertyStream().map(p -> p.getKey()).collect(toSet()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fieldsOfTomorrowPassBy(Kind kind) {
    var today = json("examples/" + kind.file());
    var tomorrow = (ObjectNode) today.deepCopy();
    tomorrow.put("tomorrow", 1);
    ((ObjectNode) tomorrow.path("data")).put("tomorrow", 1);

    assertEquals(List.of(), complaints("event/envelope.json", tomorrow.toString()));
    assertEquals(List.of(), complaints(kind.file(), tomorrow.path("data").toString()));
    assertEquals(Events.read(today.toString()), Events.read(tomorrow.toString()));
  }

  @Test
  void aRoomChangeFromBeforeThereWereLettersIsStillRead() {
    var file = "event/rooms/room-changed.v1.json";
    var yesterday = json("examples/" + file);
    ((ObjectNode) yesterday.path("data")).remove("letterTo");

    assertEquals(List.of(), complaints(file, yesterday.path("data").toString()));
    var read = (RoomChanged) Events.read(yesterday.toString()).orElseThrow();
    assertNull(Complete.check(read).letterTo());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void asyncApiTellsItWithItsSchemaAndExample(Kind kind) {
    var message = asyncApiMessage(kind);

    assertEquals(
        "../schema/" + kind.file(), message.at("/payload/allOf/1/properties/data/$ref").asText());
    assertEquals("../examples/" + kind.file(), message.path("x-example").asText());
    assertFalse(message.path("description").asText().isBlank());
  }

  @Test
  void thereIsNoSchemaOrExampleOfAnEventThatDoesNotExist() {
    var names = kinds().map(Kind::file).collect(toSet());

    assertEquals(names, prefixed(files("examples/event")));
    names.add("event/envelope.json");
    assertEquals(names, prefixed(files("schema/event")));
  }

  @Test
  void asyncApiKnowsEveryTopicAndRefersOnlyToWhatExists() {
    var asyncApi = yaml("asyncapi/events.yaml");

    assertEquals(
        Topics.ALL,
        asyncApi
            .path("channels")
            .valueStream()
            .map(c -> c.path("address").asText())
            .collect(toSet()));
    asyncApi.findValuesAsText("$ref").stream()
        .filter(ref -> ref.startsWith("../"))
        .forEach(ref -> assertTrue(Files.exists(path("asyncapi").resolve(ref)), ref));
  }

  @Test
  void everyActionThatLeavesATraceIsInTheSchema() {
    var actions =
        json("schema/event/audit/recorded.v1.json").at("/properties/action/enum").valueStream();

    assertEquals(
        Stream.of(AuditAction.values()).map(Enum::name).toList(),
        actions.map(JsonNode::asText).toList());
  }

  @Test
  void anEntryFromBeforeThereWereCountsStandsForItself() {
    var before = (ObjectNode) json("examples/event/audit/recorded.v1.json");
    ((ObjectNode) before.path("data")).remove("count");

    var read = (AuditRecorded) Events.read(before.toString()).orElseThrow();

    assertNull(read.count());
    assertFalse(written(before, read).contains("count"));
  }

  @Test
  void aMessageFromBeforeThereWereOtherKindsIsReadAsAnEntry() throws Exception {
    var file = Path.of("src/test/resources/yesterday/message-committed.v1.json");
    var today = json("examples/event/messaging/entry-committed.v1.json");

    var read = (EntryCommitted) Events.read(Files.readString(file)).orElseThrow();

    var envelope = (ObjectNode) today.at("/data/envelope");
    envelope.put("format", 0).put("class", "VISIBLE").put("kind", "TEXT");
    ((ObjectNode) today.at("/data")).remove("wakes");
    ((ObjectNode) today.at("/data")).remove("retracts");
    assertEquals(Events.read(today.toString()).orElseThrow(), Complete.check(read));
  }

  @Test
  void noExampleHoldsTheTextOfAMessage() {
    assertFalse(text("examples/event/messaging/entry-committed.v1.json").contains("body"));
  }

  private static JsonNode asyncApiMessage(Kind kind) {
    return yaml("asyncapi/events.yaml")
        .at("/components/messages")
        .valueStream()
        .filter(message -> message.path("name").asText().equals(kind.type()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("AsyncAPI does not tell " + kind));
  }

  private static String written(JsonNode example, EventData data) {
    return Events.write(
        UUID.fromString(example.path("id").asText()),
        example.path("source").asText().replace("/samsnakk/", ""),
        Instant.parse(example.path("time").asText()),
        data);
  }

  private static Set<String> prefixed(List<String> files) {
    return files.stream().map(file -> "event/" + file).collect(toSet());
  }
}
