package no.samsnakk.gateway.proxy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.gateway.answer.Answers;
import no.samsnakk.gateway.guard.Admission;
import no.samsnakk.gateway.session.FreshTokens;
import no.samsnakk.gateway.trust.Trust;
import no.samsnakk.platform.answer.BrokenOff;

/** Passes a request of a signed-in person on, with her token. */
@ApplicationScoped
public class RestProxy {
  private final Admission admission;
  private final FreshTokens tokens;
  private final Addresses addresses;
  private final Answers answers;
  private final ProxyConfig config;
  private final HttpClient client;

  RestProxy(
      Vertx vertx,
      Admission admission,
      FreshTokens tokens,
      Addresses addresses,
      Answers answers,
      ProxyConfig config,
      Trust trust) {
    this.admission = admission;
    this.tokens = tokens;
    this.addresses = addresses;
    this.answers = answers;
    this.config = config;
    this.client =
        vertx.createHttpClient(
            trust.in(
                new HttpClientOptions()
                    .setConnectTimeout((int) config.connect().toMillis())
                    .setMaxWaitQueueSize(config.queue())),
            new PoolOptions().setHttp1MaxSize(config.connections()));
  }

  /** Answers with what the service answers, or with why it was not asked. */
  public void pass(RoutingContext ctx, Upstream upstream) {
    var request = ctx.request();
    ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    request.pause();
    var context = Vertx.currentContext();
    admission
        .admit(request)
        .chain(tokens::of)
        .map(session -> session.tokens().access())
        // New tokens come from another thread; the request is its own event loop's alone.
        .emitOn(work -> context.runOnContext(then -> work.run()))
        .chain(token -> body(request).map(body -> new Rewriting(upstream, token, body, answers)))
        // Not in the last callback: what is thrown there is dropped, and never answered.
        .invoke(rewriting -> send(request, upstream, rewriting))
        .subscribe()
        .with(sent -> {}, e -> answers.failed(ctx, e));
  }

  private Uni<Buffer> body(HttpServerRequest request) {
    return LimitedBody.of(request, config.largestBody());
  }

  private void send(HttpServerRequest request, Upstream upstream, Rewriting rewriting) {
    HttpProxy.reverseProxy(client)
        .origin(
            asked ->
                addresses
                    .request(
                        client,
                        upstream,
                        options -> options.setTimeout(config.patience().toMillis()))
                    .compose(ready -> unlessLeft(request, ready)))
        .addInterceptor(rewriting)
        .handle(request);
  }

  /** Who has left before he could be told of it would keep a connection until it times out. */
  private static Future<HttpClientRequest> unlessLeft(
      HttpServerRequest request, HttpClientRequest ready) {
    // What goes wrong is said by the answer that does not come; Vert.x would log it once more.
    ready.exceptionHandler(failure -> {});
    if (BrokenOff.hasLeft(request)) {
      ready.reset();
      return Future.failedFuture(new StreamResetException(0));
    }
    return Future.succeededFuture(ready);
  }
}
