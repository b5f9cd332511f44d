package no.samsnakk.contracts.conversation;

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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a frame adds its schema, its example and its place in AsyncAPI. */
class FrameContractTest {

  /** A frame of the sealed types: which side says it, and its name on the wire. */
  record Frame(String side, Class<?> sealed, String name) {
    String file() {
      return "frame/" + side + "/" + name + ".json";
    }

    @Override
    public String toString() {
      return side + " " + name;
    }
  }

  static Stream<Frame> frames() {
    return Stream.concat(
        leaves(ClientFrame.class).map(c -> frame("client", ClientFrame.class, c)),
        leaves(ServerFrame.class).map(c -> frame("server", ServerFrame.class, c)));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anExampleFitsItsSchemaAndTheUnionOfItsSide(Frame frame) {
    var example = text("examples/" + frame.file());

    assertEquals(Set.of(), Set.copyOf(complaints(frame.file(), example)));
    assertEquals(Set.of(), Set.copyOf(complaints("frame/" + frame.side() + ".json", example)));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anExampleIsReadAndWrittenAgainAsItWas(Frame frame) throws Exception {
    var example = json("examples/" + frame.file());

    var read = Json.MAPPER.treeToValue(example, frame.sealed());

    var written = Json.MAPPER.writerFor(frame.sealed()).writeValueAsString(read);
    assertEquals(example, Json.MAPPER.readTree(written));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFieldOfTomorrowPassesBy(Frame frame) throws Exception {
    var today = json("examples/" + frame.file());
    var tomorrow = ((ObjectNode) today.deepCopy()).put("tomorrow", "something");

    // In what is sent it is a member of the payload, which its kind's reader lets pass by.
    assertEquals(
        withoutTomorrow(Json.MAPPER.treeToValue(today, frame.sealed())),
        withoutTomorrow(Json.MAPPER.treeToValue(tomorrow, frame.sealed())));
  }

  private static Object withoutTomorrow(Object frame) {
    if (!(frame instanceof ClientFrame.Send send)) {
      return frame;
    }
    var payload = new HashMap<>(send.payload());
    payload.remove("tomorrow");
    return new ClientFrame.Send(send.roomId(), send.clientId(), send.kind(), payload);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void asyncApiTellsItWithItsSchemaAndExample(Frame frame) {
    var message = asyncApiMessage(frame);

    assertEquals("../schema/" + frame.file(), message.at("/payload/$ref").asText());
    assertEquals("../examples/" + frame.file(), message.path("x-example").asText());
    assertFalse(message.path("description").asText().isBlank());
  }

  @Test
  void thereIsNoSchemaOrExampleOfAFrameThatDoesNotExist() {
    var names = frames().map(f -> f.side() + "/" + f.name() + ".json").collect(toSet());

    assertEquals(names, Set.copyOf(files("examples/frame")));
    assertEquals(
        names, files("schema/frame").stream().filter(f -> f.contains("/")).collect(toSet()));
  }

  @Test
  void everyFileThatAsyncApiRefersToExists() {
    yaml("asyncapi/conversation.yaml").findValuesAsText("$ref").stream()
        .filter(ref -> ref.startsWith("../"))
        .forEach(ref -> assertTrue(Files.exists(path("asyncapi").resolve(ref)), ref));
  }

  private static JsonNode asyncApiMessage(Frame frame) {
    return yaml("asyncapi/conversation.yaml")
        .at("/components/messages")
        .valueStream()
        .filter(m -> m.path("x-example").asText().endsWith(frame.file()))
        .filter(m -> m.path("name").asText().equals(frame.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("AsyncAPI does not tell " + frame));
  }

  private static Frame frame(String side, Class<?> sealed, Class<?> leaf) {
    var name = Objects.requireNonNull(leaf.getAnnotation(JsonTypeName.class), leaf.getName());
    return new Frame(side, sealed, name.value());
  }
}
