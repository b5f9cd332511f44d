package no.samsnakk.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** Takes each object from now on with all of its properties and no other. */
  static JsonNode strict(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      var names = object.putArray("required");
      object.path("properties").fieldNames().forEachRemaining(names::add);
      object.put("additionalProperties", false);
    }
    schema.forEach(Schemas::strict);
    return schema;
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
