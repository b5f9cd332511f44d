package no.samsnakk.platform.request;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A request to go on as a socket (RFC 6455, section 4.2.1). */
public final class SocketUpgrade {
  private static final String VERSION = "13";
  private static final int KEY_LENGTH = 16;

  private SocketUpgrade() {}

  /**
   * Whether this is one, in all that Vert.x would refuse it for later, when a ticket is used up.
   * Without {@code Connection: Upgrade} the next request on this connection would be taken for
   * frames, or the reverse.
   */
  public static boolean isAskedForBy(HttpServerRequest request) {
    var headers = request.headers();
    return request.method().equals(HttpMethod.GET)
        && headers.contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
        && tokens(request, "Connection").anyMatch("upgrade"::equalsIgnoreCase)
        && headers.getAll("Sec-WebSocket-Version").equals(List.of(VERSION))
        && isKey(headers.getAll("Sec-WebSocket-Key"))
        && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        && !headers.contains(HttpHeaders.CONTENT_LENGTH);
  }

  /** What stands in a header that is a list, in one line or in several. */
  public static Stream<String> tokens(HttpServerRequest request, String header) {
    return request.headers().getAll(header).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip);
  }

  private static boolean isKey(List<String> keys) {
    try {
      return keys.size() == 1 && Base64.getDecoder().decode(keys.getFirst()).length == KEY_LENGTH;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
