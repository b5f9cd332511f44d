package no.samsnakk.contracts.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.samsnakk.contracts.log.Lines;

/**
 * Sends a port what is no request to it, and requests for what nobody knows, hundreds of each with
 * an id in it, and looks at what comes of them: every one that cannot be read is answered with the
 * same problem, no line in the log holds anything of it, and the service measures no more than
 * before (R9, R11).
 */
public final class Unreadable {
  /** What each id is put in the place of. */
  private static final String ID = "<id>";

  private static final String HOST = "Host: localhost\r\n";
  private static final int ROUNDS = 12;
  private static final int PATIENCE_MS = 60_000;

  private Unreadable() {}

  /** Somebody who reaches the port. */
  public interface Door {
    Socket open() throws IOException;
  }

  /** The door without TLS. */
  public static Door at(URI port) {
    return () -> new Socket(port.getHost(), port.getPort());
  }

  /**
   * What should not have come of it.
   *
   * @param headers what every answer has to carry
   * @param scrape the metrics in Prometheus' text format
   */
  public static List<String> complaints(Door door, List<String> headers, Supplier<String> scrape) {
    var complaints = new ArrayList<String>();
    try (var log = Lines.listen()) {
      // A look is measured too.
      Measured.series(scrape.get());
      forms().forEach(form -> complain(complaints, form, headers, door));
      unknown(door);
      var before = Measured.series(scrape.get());
      for (int i = 0; i < ROUNDS; i++) {
        forms().forEach(form -> send(form, door));
        unknown(door);
      }
      complaints.addAll(Measured.complaints(before, Measured.series(scrape.get())));
      log.told().forEach(line -> complaints.add("told: " + line));
    }
    return complaints;
  }

  private static Stream<String> forms() {
    return Stream.of(addresses(), hosts(), heads()).flatMap(List::stream);
  }

  private static List<String> addresses() {
    return Stream.of(
            "/%zz/<id>",
            "/<id>/%",
            "/<id>/%4",
            "/<id>/%zz?<id>=%zz",
            "/<id>?<id>=%",
            "/<id>/%00",
            "/<id>/%FF",
            "/<id>/%ED%A0%BD",
            "/<id>/\u0000",
            "/<id>/\u0001",
            "/<id>/\u007f",
            "/<id>/\u00e6",
            "/<id>/" + "x".repeat(5000),
            "http://<id>@localhost/",
            "http://localhost:<id>x/",
            "http://localhost?<id>",
            "http://localhost/%zz/<id>",
            "ftp://localhost/<id>",
            "http://[/<id>",
            "http:///<id>",
            "<id>",
            "?<id>",
            "*",
            "/<id> /<id>")
        .map(address -> "GET " + address + " HTTP/1.1\r\n" + HOST)
        .toList();
  }

  private static List<String> hosts() {
    return Stream.of(
            "",
            "Host:\r\n",
            "Host: <id>@localhost\r\n",
            "Host: [<id>\r\n",
            "Host: [:::::]\r\n",
            "Host: <id> b\r\n",
            "Host: %zz\r\n",
            "Host: localhost:<id>x\r\n",
            "Host: localhost:99999\r\n",
            "Host: localhost:80:80\r\n",
            "Host: localhost/<id>\r\n",
            "Host: localhost, localhost\r\n",
            HOST + HOST,
            HOST + "Host: <id>\r\n")
        .map(host -> "GET /<id>?<id> HTTP/1.1\r\n" + host)
        .toList();
  }

  private static List<String> heads() {
    return List.of(
        "GET /<id> HTTP/1.0\r\n",
        "GET /<id> HTTP/1.2\r\n" + HOST,
        "GET /<id> HTTP/3.0\r\n" + HOST,
        "GET /<id> <id>\r\n" + HOST,
        "GET /<id>\r\n" + HOST,
        "<id>\r\n" + HOST,
        "OPTIONS * HTTP/1.1\r\n" + HOST,
        "CONNECT localhost:443 HTTP/1.1\r\n" + HOST,
        "GET /<id> HTTP/1.1\r\n" + HOST + "<id>\r\n",
        "GET /<id> HTTP/1.1\r\n" + HOST + "X <id>: y\r\n",
        "GET /<id> HTTP/1.1\r\n" + HOST + "X: " + "<id>".repeat(700) + "\r\n",
        "POST /<id> HTTP/1.1\r\n" + HOST + "Content-Length: x<id>\r\n",
        "POST /<id> HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n",
        "GET /%zz HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n");
  }

  /** They can be read: what they are answered with is not the same everywhere. */
  private static void unknown(Door door) {
    for (var line :
        List.of(
            "GET /<id>",
            "GET /<id>?<id>=<id>",
            "GET http://localhost/<id>",
            "GET /api/rooms/<id>/<id>",
            "GET /api/<id>",
            "GET /auth/<id>",
            "GET /ws/<id>",
            "GET /ws?<id>",
            "GET /q/<id>",
            "GET /operator/<id>",
            "POST /operator/rooms/<id>/key",
            "GET /internal/<id>",
            "DELETE /<id>",
            "TRACE /<id>",
            "M<id> /<id>",
            "PROPFIND /<id>")) {
      send(line + " HTTP/1.1\r\n" + HOST, door);
    }
    for (var path : List.of("/ws?<id>", "/<id>", "/ws/<id>")) {
      send(
          "GET "
              + path
              + " HTTP/1.1\r\n"
              + HOST
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: <id>\r\n",
          door);
    }
  }

  private static void complain(
      List<String> complaints, String form, List<String> headers, Door door) {
    var answer = send(form, door);
    var body = answer.substring(Math.max(0, answer.indexOf("\r\n\r\n")));
    var lower = answer.toLowerCase(Locale.ROOT);
    if (!answer.startsWith("HTTP/1.1 400 ")
        || !lower.contains("content-type: application/problem+json")
        || !body.contains("\"code\":\"invalid-request\"")
        || answer.indexOf("HTTP/1.1 ", 1) > 0
        || !headers.stream().allMatch(it -> lower.contains("\r\n" + it.toLowerCase(Locale.ROOT)))) {
      complaints.add(shown(form) + " was answered " + answer);
    }
  }

  private static String shown(String form) {
    return form.length() > 200 ? form.substring(0, 200) + "..." : form;
  }

  /** All that comes back until the port closes. */
  private static String send(String form, Door door) {
    var number = form.hashCode() % 2 == 0 ? Measured.SOMEBODYS_NUMBER : Measured.id();
    try (var socket = door.open()) {
      socket.setSoTimeout(PATIENCE_MS);
      var octets = form.replace(ID, number) + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(shown(form), e);
    }
  }

  /** A port that has heard enough closes with the rest unread, and TCP says so. */
  private static String read(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException reset) {
      // What came before it counts.
    }
    return all.toString(ISO_8859_1);
  }
}
