package no.samsnakk.gateway.proxy;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.answer.Answers;
import no.samsnakk.platform.answer.BrokenOff;
import no.samsnakk.platform.problem.Problem;

/**
 * What a service gets to see of a request, and a browser of an answer. Both ways only the headers
 * named here pass: no cookie, no header by which a browser could claim to be somebody, and nothing
 * back that a service lets slip. The trace goes on by itself: the client starts a span of ours.
 */
record Rewriting(Upstream upstream, String token, Buffer body, Answers answers)
    implements ProxyInterceptor {
  private static final List<String> REQUEST =
      List.of("accept", "accept-language", "content-type", "if-none-match", "user-agent");
  private static final List<String> RESPONSE =
      List.of("content-type", "content-length", "content-language", "etag", "retry-after", "date");

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    var request = context.request();
    keep(request.headers(), REQUEST);
    request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    request.setURI(target(request));
    request.setBody(Body.body(body));
    return context.sendRequest().recover(failure -> Future.succeededFuture(away(request, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    if (BrokenOff.hasLeft(context.request().proxiedRequest())) {
      context.response().release();
      return Future.succeededFuture();
    }
    keep(context.response().headers(), RESPONSE);
    return context.sendResponse();
  }

  /** The path that was judged, whatever else stood in the request line. */
  private static String target(ProxyRequest request) {
    var asked = request.proxiedRequest();
    return asked.query() == null ? asked.path() : asked.path() + "?" + asked.query();
  }

  private ProxyResponse away(ProxyRequest request, Throwable failure) {
    // Where the browser has left, it is we who broke the request off.
    if (!(failure instanceof StreamResetException)) {
      LOG.upstreamUnavailable(
          upstream.name().toLowerCase(Locale.ROOT), failure.getClass().getSimpleName());
    }
    var reason = RefusalCode.TEMPORARILY_UNAVAILABLE;
    return request
        .response()
        .setStatusCode(reason.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .setBody(Body.body(answers.body(Problem.of(reason))));
  }

  private static void keep(MultiMap headers, List<String> names) {
    var kept = MultiMap.caseInsensitiveMultiMap();
    names.forEach(name -> headers.getAll(name).forEach(value -> kept.add(name, value)));
    headers.setAll(kept);
  }

  @Override
  public String toString() {
    return "Rewriting[" + upstream + "]";
  }
}
