package no.samsnakk.contracts.openapi;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.samsnakk.contracts.Json;

/**
 * Answers {@code GET /api/me} as rooms would, with what the test's token says of its bearer: its
 * claim {@code me}, or somebody at the highest level and without a role where it has none. An
 * answer that rooms' API does not describe is a fault of the test, and a 500.
 */
public final class RoomsStandIn implements AutoCloseable {
  private static final Schema ME = schema();

  private final HttpServer server;

  public RoomsStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/me", RoomsStandIn::me);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static void me(HttpExchange exchange) throws IOException {
    var token = exchange.getRequestHeaders().getFirst("Authorization");
    var claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    var me = claims.has("me") ? claims.path("me").asText() : anybody(claims.path("sub").asText());
    var complaints = ME.validate(me, InputFormat.JSON, RoomsStandIn::asksForForms);
    if (complaints.isEmpty()) {
      answer(exchange, 200, me);
    } else {
      answer(exchange, 500, "Rooms would never say: " + complaints);
    }
  }

  private static String anybody(String personId) {
    return """
        {"personId":"%s","name":"Noen","level":"HIGH","signedInAt":"2026-11-11T10:00:00.000Z",\
        "roles":[]}"""
        .formatted(personId);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, answer.length);
    try (var body = exchange.getResponseBody()) {
      body.write(answer);
    }
  }

  private static void asksForForms(ExecutionContext context) {
    context.executionConfig(config -> config.formatAssertionsEnabled(true));
  }

  private static Schema schema() {
    try (var file = RoomsStandIn.class.getResourceAsStream("/openapi/rooms.json")) {
      var api = Json.MAPPER.readTree(file);
      var me = Schemas.strict(Schemas.resolved(api, api.at("/components/schemas/Me")));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(me.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
