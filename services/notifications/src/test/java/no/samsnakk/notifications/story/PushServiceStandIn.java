package no.samsnakk.notifications.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import no.samsnakk.contracts.Json;

/**
 * A browser's push service, which can read nothing of what it is given. The first part of an
 * endpoint's path says how it answers; {@code /kept/…} tells what came there.
 */
final class PushServiceStandIn implements AutoCloseable {
  private final Map<String, List<Object>> kept = new ConcurrentHashMap<>();
  private final HttpServer server;

  PushServiceStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (path.startsWith("/kept/")) {
        var asked = kept.getOrDefault(path.substring("/kept".length()), List.of());
        var json = Json.MAPPER.writeValueAsBytes(asked);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        return;
      }
      int before = keep(path, exchange);
      if (path.startsWith("/endless/")) {
        exchange.sendResponseHeaders(201, 1);
        pass(path);
        return;
      }
      pass(path);
      if (path.startsWith("/moved/")) {
        exchange.getResponseHeaders().add("Location", path.replace("moved", "well"));
      }
      exchange.sendResponseHeaders(status(path, before), -1);
    }
  }

  private void pass(String path) throws IOException {
    try {
      Held.pass(origin() + path);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private int keep(String path, HttpExchange exchange) throws IOException {
    var all = kept.computeIfAbsent(path, p -> new CopyOnWriteArrayList<>());
    int before = all.size();
    var body = exchange.getRequestBody().readAllBytes();
    all.add(Map.of("headers", exchange.getRequestHeaders(), "body", body));
    return before;
  }

  private static int status(String path, int before) {
    return switch (path.substring(1, path.indexOf('/', 1))) {
      case "gone" -> 410;
      case "broken" -> 500;
      case "shaky" -> before == 0 ? 503 : 201;
      case "down-for-long" -> before < 6 ? 503 : 201;
      case "moved" -> 307;
      default -> 201;
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
