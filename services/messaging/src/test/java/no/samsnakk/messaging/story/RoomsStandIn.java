package no.samsnakk.messaging.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.samsnakk.contracts.Json;

/** Answers {@code GET /api/me} as rooms would: with what the test's token says of its bearer. */
final class RoomsStandIn implements AutoCloseable {
  private final HttpServer server;

  RoomsStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/me", RoomsStandIn::me);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static void me(HttpExchange exchange) throws IOException {
    var token = exchange.getRequestHeaders().getFirst("Authorization");
    var claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    var me =
        """
        {"personId":"%s","name":"Noen","level":"HIGH","signedInAt":"2026-11-11T10:00:00.000Z",\
        "roles":[]}"""
            .formatted(claims.path("sub").asText());
    var answer = me.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    try (var body = exchange.getResponseBody()) {
      body.write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
