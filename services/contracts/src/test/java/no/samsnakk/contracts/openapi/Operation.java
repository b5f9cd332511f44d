package no.samsnakk.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a service can be asked for, as its OpenAPI file describes it.
 *
 * @param path with its parameters in braces
 * @param body the schema of its JSON body, with every reference followed; null where it takes none
 */
public record Operation(
    String method, String path, List<Parameter> parameters, @Nullable JsonNode body) {

  /** Something in an address: {@code in} is {@code path} or {@code query}. */
  public record Parameter(String in, String name, JsonNode schema) {}

  /** Every operation of the service, in the order of its file. */
  public static List<Operation> of(String service) {
    var root = description(service);
    return fields(root.path("paths"))
        .flatMap(path -> fields(root.path("paths").path(path)).map(m -> read(root, path, m)))
        .toList();
  }

  public static List<Operation> withBody(String service) {
    return of(service).stream().filter(operation -> operation.body() != null).toList();
  }

  public JsonNode requiredBody() {
    return Objects.requireNonNull(body);
  }

  /** The path with this in the place of each parameter that it names. */
  public String at(String parameter, String value) {
    return path.replace("{" + parameter + "}", value);
  }

  /** The way it is named in a report. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  private static Operation read(JsonNode root, String path, String method) {
    var described = root.path("paths").path(path).path(method);
    var parameters =
        StreamSupport.stream(described.path("parameters").spliterator(), false)
            .map(
                it ->
                    new Parameter(
                        it.path("in").asText(),
                        it.path("name").asText(),
                        Schemas.resolved(root, it.path("schema"))))
            .filter(it -> !it.in().equals("header"))
            .toList();
    var body = described.path("requestBody").path("content").path("application/json");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.isMissingNode() ? null : Schemas.resolved(root, body.path("schema")));
  }

  private static JsonNode description(String service) {
    var file = "/openapi/" + service + ".json";
    try (var stream = Operation.class.getResourceAsStream(file)) {
      return Json.MAPPER.readTree(Objects.requireNonNull(stream, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> fields(JsonNode node) {
    Iterable<String> names = node::fieldNames;
    return StreamSupport.stream(names.spliterator(), false);
  }
}
