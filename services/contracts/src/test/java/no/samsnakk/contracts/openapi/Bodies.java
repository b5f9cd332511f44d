package no.samsnakk.contracts.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.samsnakk.contracts.Json;

/**
 * Bodies for an operation: one that fits, and all the ways in which one is not what the contract
 * says, one at each place of it.
 */
public final class Bodies {
  /** Stands in what is sent wrongly, so that an answer that repeats any of it is found. */
  public static final String CANARY = "kanarifugl";

  private static final String HALF = "\\ud83d";
  private static final JsonNode NOTHING = Json.MAPPER.getNodeFactory().nullNode();

  private final JsonNode schema;
  private final ObjectNode good;
  private final List<Wrong> wrong = new ArrayList<>();

  /** A body that is to be refused, and what is wrong with it. */
  public record Wrong(String what, byte[] body) {
    @Override
    public String toString() {
      return what;
    }
  }

  private Bodies(Operation operation, Map<String, Object> samples) {
    schema = operation.requiredBody();
    good = (ObjectNode) Schemas.sample(schema);
    samples.forEach(this::take);
  }

  private void take(String pointer, Object value) {
    int last = pointer.lastIndexOf('/');
    if (good.at(pointer.substring(0, last)) instanceof ObjectNode parent
        && parent.has(pointer.substring(last + 1))) {
      parent.set(pointer.substring(last + 1), Json.MAPPER.valueToTree(value));
    }
  }

  /**
   * One that fits.
   *
   * @param samples values, by JSON pointer, for what the schema does not tell how to make
   */
  public static byte[] good(Operation operation, Map<String, Object> samples) {
    return new Bodies(operation, samples).good.toString().getBytes(UTF_8);
  }

  /** All the others. */
  public static List<Wrong> wrong(Operation operation, Map<String, Object> samples) {
    var bodies = new Bodies(operation, samples);
    bodies.wrongAsAWhole();
    bodies.wrongAt("", bodies.schema, true);
    return bodies.wrong;
  }

  private void wrongAsAWhole() {
    var json = good.toString();
    text("nothing", "");
    text("only white space", "  ");
    for (var other : List.of("null", "[]", "7", "true", "\"" + CANARY + "\"", "[" + json + "]")) {
      text("no object but " + other, other);
    }
    text("something behind the end", json + " " + CANARY);
    text("an object behind the end", json + json);
    text("not ended", json.substring(0, json.length() - 1));
    text("a comment", "/* " + CANARY + " */" + json);
    text("single quotes", json.replace('"', '\''));
    bytes("UTF-16", json.getBytes(UTF_16BE));
    alsoHolding("nine thousand arrays", "\"x\":" + "[".repeat(9000) + "]".repeat(9000));
    alsoHolding("U+0000 in an unknown field", "\"x\":\"\\u0000\"");
    alsoHolding("U+0000 in a field's name", "\"\\u0000\":1");
    alsoHolding("half a pair in an unknown field", "\"x\":\"" + HALF + "\"");
    alsoHolding("an unknown field twice", "\"x\":1,\"x\":1");
    alsoHolding("a number without end", "\"x\":" + "9".repeat(5000));
    alsoHolding("an octet that is no UTF-8", "\"x\":\"\u00ff\"");
    alsoHolding("a surrogate in UTF-8", "\"x\":\"\u00ed\u00a0\u00bd\"");
  }

  /** One character is one octet here, so that what is no UTF-8 can be written. */
  private void alsoHolding(String what, String fields) {
    var rest = good.toString().substring(1);
    bytes(what, ("{" + fields + "," + rest).getBytes(ISO_8859_1));
  }

  private void wrongAt(String pointer, JsonNode of, boolean required) {
    switch (Schemas.type(of)) {
      case "object" -> wrongObject(pointer, of);
      case "array" -> {
        put(pointer, "a scalar for a list", good.at(pointer).get(0));
        put(pointer, "text for a list", CANARY);
        put(pointer, "empty text for a list", "");
        put(pointer, "a list of nothing", List.of(NOTHING));
        wrongAt(pointer + "/0", of.path("items"), true);
      }
      case "integer", "number" -> {
        put(pointer, "text for a number", "1");
        put(pointer, "empty text for a number", "");
        put(pointer, "true for a number", true);
        if (Schemas.type(of).equals("integer")) {
          put(pointer, "1.0 for a whole number", 1.0);
          put(pointer, "1.5 for a whole number", 1.5);
        }
      }
      case "boolean" -> {
        put(pointer, "text for a truth", "true");
        put(pointer, "a number for a truth", 1);
      }
      default -> wrongText(pointer, of);
    }
    if (!pointer.isEmpty()) {
      put(pointer, "wrapped in a list", List.of(List.of(good.at(pointer))));
      if (required) {
        put(pointer, "null", NOTHING);
      }
    }
  }

  private void wrongObject(String pointer, JsonNode of) {
    if (!pointer.isEmpty()) {
      put(pointer, "text for an object", CANARY);
      put(pointer, "empty text for an object", "");
      put(pointer, "a number for an object", 7);
      if (!of.path("required").isEmpty()) {
        put(pointer, "an empty object", Map.of());
      }
    }
    for (var property : of.path("properties").properties()) {
      var name = property.getKey();
      boolean needed = names(of.path("required")).contains(name);
      doubled(pointer, name);
      if (needed) {
        without(pointer, name);
      }
      wrongAt(pointer + "/" + name, property.getValue(), needed);
    }
  }

  private static List<String> names(JsonNode array) {
    var names = new ArrayList<String>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }

  private void wrongText(String pointer, JsonNode of) {
    put(pointer, "zero for text", 0);
    put(pointer, "a number for text", 7);
    put(pointer, "1.5 for text", 1.5);
    put(pointer, "true for text", true);
    put(pointer, "an object for text", Map.of(CANARY, 1));
    put(pointer, "a list for text", List.of());
    var text = good.at(pointer).asText();
    put(pointer, "U+0000 in text", text + "\u0000" + CANARY);
    raw(pointer, "half a pair in text", "\"" + text + HALF + "\"");
    raw(pointer, "the wrong half in text", "\"\\ude00" + text + "\"");
    if (Schemas.hasForm(of)) {
      put(pointer, "empty text", "");
      put(pointer, "a space", " ");
      put(pointer, "other text", CANARY);
      put(pointer, "a number as text", "0");
      put(pointer, "a space before it", " " + text);
    }
    if (of.path("format").asText().equals("uuid")) {
      put(pointer, "an id in Base64", "AAAAAAAAAAAAAAAAAAAAAA==");
      put(pointer, "a short id", "1-1-1-1-1");
    }
    if (of.path("format").asText().equals("date-time")) {
      put(pointer, "seconds as text", "1764150000.000");
      put(pointer, "a year of nine digits", "+999999999-01-01T00:00:00Z");
    }
    if (of.has("enum")) {
      put(pointer, "in lower case", text.toLowerCase(Locale.ROOT));
    }
  }

  private void put(String pointer, String what, Object value) {
    var copy = good.deepCopy();
    set(copy, pointer, Json.MAPPER.valueToTree(value));
    text(pointer + ": " + what, copy.toString());
  }

  /** A value that Jackson would not write. */
  private void raw(String pointer, String what, String json) {
    var copy = good.deepCopy();
    set(copy, pointer, Json.MAPPER.getNodeFactory().textNode("@@@"));
    text(pointer + ": " + what, copy.toString().replace("\"@@@\"", json));
  }

  private void doubled(String pointer, String name) {
    var copy = good.deepCopy();
    ((ObjectNode) copy.at(pointer)).set("@@@", good.at(pointer).get(name));
    text(pointer + "/" + name + ": twice", copy.toString().replace("@@@", name));
  }

  private void without(String pointer, String name) {
    var copy = good.deepCopy();
    ((ObjectNode) copy.at(pointer)).remove(name);
    text(pointer + "/" + name + ": missing", copy.toString());
  }

  private static void set(JsonNode root, String pointer, JsonNode value) {
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1);
    switch (root.at(pointer.substring(0, last))) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      default -> throw new IllegalStateException(pointer);
    }
  }

  private void text(String what, String body) {
    bytes(what, body.getBytes(UTF_8));
  }

  private void bytes(String what, byte[] body) {
    wrong.add(new Wrong(what, body));
  }
}
