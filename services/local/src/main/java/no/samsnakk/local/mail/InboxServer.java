package no.samsnakk.local.mail;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import no.samsnakk.local.tls.Tls;

/** The inbox page, on this machine's loopback only. */
final class InboxServer implements AutoCloseable {
  private static final int NEWEST = 200;
  private static final String LETTER = "/letters/";
  private static final List<String> OUR_NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  private final HttpServer server;
  private final Letters letters;

  InboxServer(int port, Letters letters, Tls tls) throws IOException {
    this.letters = letters;
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Optional<SSLContext> encryption = tls.certificates().map(it -> it.server("mail"));
    if (encryption.isPresent()) {
      HttpsServer encrypted = HttpsServer.create(address, 0);
      encrypted.setHttpsConfigurator(new HttpsConfigurator(encryption.get()));
      server = encrypted;
    } else {
      server = HttpServer.create(address, 0);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!isAskedForByOurName(exchange)) {
        send(exchange, 421, "text/html", InboxPage.missing());
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, "text/html", InboxPage.missing());
      } else if (path.equals("/")) {
        send(exchange, 200, "text/html", InboxPage.list(letters.newest(NEWEST)));
      } else if (path.equals("/inbox.css")) {
        send(exchange, 200, "text/css", style());
      } else if (path.startsWith(LETTER)) {
        letter(exchange, path.substring(LETTER.length()));
      } else {
        send(exchange, 404, "text/html", InboxPage.missing());
      }
    }
  }

  /**
   * A page of another site can have its own name lead to this machine (DNS rebinding); the browser
   * then takes the letters for that site's. The name it asked for gives it away.
   */
  private boolean isAskedForByOurName(HttpExchange exchange) {
    List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    int port = server.getAddress().getPort();
    return hosts.size() == 1
        && OUR_NAMES.stream().anyMatch(name -> hosts.getFirst().equals(name + ":" + port));
  }

  private void letter(HttpExchange exchange, String id) throws IOException {
    Letter letter = letters.find(id).orElse(null);
    if (letter == null) {
      send(exchange, 404, "text/html", InboxPage.missing());
    } else {
      send(exchange, 200, "text/html", InboxPage.letter(letter));
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String style() throws IOException {
    try (InputStream in = InboxServer.class.getResourceAsStream("inbox.css")) {
      if (in == null) {
        throw new IOException("inbox.css is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
