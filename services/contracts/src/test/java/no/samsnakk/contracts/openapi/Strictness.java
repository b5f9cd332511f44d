package no.samsnakk.contracts.openapi;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;

/**
 * Tries an operation with everything that its contract does not allow. A service's test gives it a
 * way to send and demands that it has no complaints; so a new endpoint is tried too.
 */
public final class Strictness {
  private static final List<String> NO_TEXT = List.of("%00", "a%00", "%ED%A0%BD", "%FF", "%C0%80");
  private static final List<String> NO_NUMBER =
      List.of("", "%2B1", "+1", "-1", "1.0", "1e1", "0x1", "%D9%A1", "9".repeat(30), Bodies.CANARY);
  private static final List<String> NEVER_TOLD = List.of(Bodies.CANARY, "jackson", "Exception");

  private Strictness() {}

  /** Sends as somebody who is signed in and may call the operation. */
  public interface Sender {
    Answer send(String method, String address, byte[] body);
  }

  /** What came back. */
  public record Answer(int status, String contentType, String body) {}

  /**
   * What an operation that takes a body does not refuse as it should.
   *
   * @param samples values, by JSON pointer, for what the schema does not tell how to make
   */
  public static List<String> ofBody(
      Operation operation, Map<String, Object> samples, Sender sender) {
    var complaints = new ArrayList<String>();
    var good = sender.send(operation.method(), address(operation), Bodies.good(operation, samples));
    if (good.status() == 400 || good.status() >= 500) {
      complaints.add(operation + " does not take its sample; give one that fits: " + good);
    }
    for (var wrong : Bodies.wrong(operation, samples)) {
      complain(
          complaints, wrong, sender.send(operation.method(), address(operation), wrong.body()));
    }
    return complaints;
  }

  /** What it does not refuse of addresses, in each parameter and in a query that nobody knows. */
  public static List<String> ofAddress(
      Operation operation, Map<String, Object> samples, Sender sender) {
    var complaints = new ArrayList<String>();
    var body = operation.body() == null ? new byte[0] : Bodies.good(operation, samples);
    wrongAddresses(operation)
        .forEach(
            address ->
                complain(complaints, address, sender.send(operation.method(), address, body)));
    return complaints;
  }

  private static Stream<String> wrongAddresses(Operation operation) {
    var inPath =
        operation.parameters().stream()
            .filter(parameter -> parameter.in().equals("path"))
            .flatMap(p -> NO_TEXT.stream().map(text -> filled(operation.at(p.name(), text))));
    var inQuery =
        Stream.concat(
                operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .map(Operation.Parameter::name),
                Stream.of("unknown"))
            .flatMap(
                name -> NO_TEXT.stream().map(text -> address(operation) + "?" + name + "=" + text));
    return Stream.concat(inPath, inQuery);
  }

  /** What it does not refuse of queries: what it does not know, what is given twice, no number. */
  public static List<String> ofQuery(
      Operation operation, Map<String, Object> samples, Sender sender) {
    var complaints = new ArrayList<String>();
    var body = operation.body() == null ? new byte[0] : Bodies.good(operation, samples);
    wrongQueries(operation)
        .map(query -> address(operation) + "?" + query)
        .forEach(
            address ->
                complain(complaints, address, sender.send(operation.method(), address, body)));
    return complaints;
  }

  private static Stream<String> wrongQueries(Operation operation) {
    var known = operation.parameters().stream().filter(it -> it.in().equals("query")).toList();
    return Stream.of(
            Stream.of("unknown=1", "unknown", "=1", Bodies.CANARY + "=" + Bodies.CANARY),
            Stream.of(";", "unknown=1;unknown=2"),
            known.stream()
                .map(Operation.Parameter::name)
                .flatMap(
                    it ->
                        Stream.of(it + "=1&" + it + "=1", it.toUpperCase(ROOT) + "=1", it + "=1;")),
            known.stream()
                .filter(it -> Schemas.type(it.schema()).equals("integer"))
                .flatMap(it -> NO_NUMBER.stream().map(text -> it.name() + "=" + text)))
        .flatMap(Function.identity());
  }

  private static void complain(List<String> complaints, Object sent, Answer answer) {
    if (answer.status() != 400
        || !answer.contentType().startsWith("application/problem+json")
        || !code(answer.body()).equals("invalid-request")) {
      complaints.add(sent + " was answered " + answer);
    }
    if (NEVER_TOLD.stream().anyMatch(answer.body()::contains)) {
      complaints.add(sent + " was repeated, or told how it was read: " + answer);
    }
  }

  private static String code(String body) {
    try {
      return Json.MAPPER.readTree(body).path("code").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static String address(Operation operation) {
    return filled(operation.path());
  }

  /** An id, of version 7, wherever the path still wants one. */
  private static String filled(String path) {
    var random = UUID.randomUUID().toString();
    return path.replaceAll("\\{\\w+}", random.substring(0, 14) + "7" + random.substring(15));
  }
}
