package no.samsnakk.gateway.entrance;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** Where a request ends, which everybody on its way has to see alike (RFC 9112, section 6). */
final class Framing {
  private static final List<String> CHUNKED = List.of("chunked");

  private Framing() {}

  /**
   * Whether its body has a length, or comes in chunks, and nothing else is said of it. A coding
   * that is none would be passed over: what stands behind it would be a request of its own here,
   * and a body to whoever comes before us.
   */
  static boolean isPlain(HttpServerRequest request) {
    var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return codings.isEmpty()
        || codings.stream().map(coding -> coding.toLowerCase(Locale.ROOT)).toList().equals(CHUNKED)
            && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }
}
