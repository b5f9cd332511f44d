package no.samsnakk.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.Json;

/** Reads schemas, and makes values that fit them. */
final class Schemas {
  private Schemas() {}

  /** The same schema without references; ours refer to nothing that refers back. */
  static JsonNode resolved(JsonNode root, JsonNode schema) {
    var target = schema.path("$ref").asText("");
    if (!target.isEmpty()) {
      return resolved(root, root.at(target.substring(1)));
    }
    return switch (schema) {
      case ObjectNode object -> {
        var copy = Json.MAPPER.createObjectNode();
        object.properties().forEach(it -> copy.set(it.getKey(), resolved(root, it.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = Json.MAPPER.createArrayNode();
        array.forEach(item -> copy.add(resolved(root, item)));
        yield copy;
      }
      default -> schema;
    };
  }

  /** Something that fits by its form; an {@code example} of the schema goes before all else. */
  static JsonNode sample(JsonNode schema) {
    if (schema.has("example")) {
      return schema.get("example");
    }
    var nodes = Json.MAPPER.getNodeFactory();
    return switch (type(schema)) {
      case "object" -> {
        var object = nodes.objectNode();
        schema
            .path("properties")
            .properties()
            .forEach(p -> object.set(p.getKey(), sample(p.getValue())));
        yield object;
      }
      case "array" -> nodes.arrayNode().add(sample(schema.path("items")));
      case "integer" -> nodes.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
      case "number" -> nodes.numberNode(1.5);
      case "boolean" -> nodes.booleanNode(true);
      default -> nodes.textNode(text(schema));
    };
  }

  /**
   * What such a schema has against this value: each property is there, of its form, and no other.
   */
  static List<String> complaints(JsonNode schema, JsonNode value) {
    return switch (value) {
      case ObjectNode object when type(schema).equals("object") -> {
        var properties = schema.path("properties");
        var complaints = new ArrayList<String>();
        properties
            .properties()
            .forEach(
                it ->
                    complaints.addAll(
                        complaints(it.getValue(), object.path(it.getKey())).stream()
                            .map(complaint -> it.getKey() + ": " + complaint)
                            .toList()));
        object.fieldNames().forEachRemaining(name -> addUnknown(complaints, properties, name));
        yield complaints;
      }
      case ArrayNode array when type(schema).equals("array") ->
          array.valueStream().flatMap(it -> complaints(schema.path("items"), it).stream()).toList();
      default -> fits(schema, value) ? List.of() : List.of("no " + type(schema));
    };
  }

  private static void addUnknown(List<String> complaints, JsonNode properties, String name) {
    if (!properties.has(name)) {
      complaints.add(name + ": unknown");
    }
  }

  private static boolean fits(JsonNode schema, JsonNode value) {
    return value.isTextual()
        && type(schema).equals("string")
        && (!schema.has("enum")
            || schema.path("enum").valueStream().anyMatch(it -> it.equals(value)))
        && switch (schema.path("format").asText()) {
          case "uuid" -> value.asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
          case "date-time" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");
          default -> true;
        };
  }

  static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }

  /** Whether any text at all will not do: an id, a time, one of some names. */
  static boolean hasForm(JsonNode schema) {
    return schema.has("enum") || schema.has("format");
  }

  private static String text(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asText();
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> "2026-11-26T12:00:00Z";
      default -> "aaaaaaaa";
    };
  }
}
