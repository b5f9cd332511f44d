package no.samsnakk.gateway.socket;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.answer.Answers;
import no.samsnakk.gateway.guard.OriginCheck;
import no.samsnakk.gateway.proxy.Addresses;
import no.samsnakk.gateway.proxy.Upstream;
import no.samsnakk.gateway.trust.Trust;
import no.samsnakk.platform.problem.Problem;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.request.SocketUpgrade;

/**
 * Passes a socket on to messaging, octet by octet: its ticket, which travels as a subprotocol, is
 * messaging's to judge.
 *
 * <p>Not by vertx-http-proxy, which passes REST on: that one hands every header on, the cookie too,
 * and writes to a socket without asking whether it can take more. Here a browser that does not read
 * stops messaging's writing, so that messaging notices it and cuts it off.
 */
@ApplicationScoped
public class SocketProxy {
  private static final int QUEUED_OCTETS = 64 * 1024;

  /** No extensions: a compressed frame cannot be bounded before it is unpacked. */
  private static final List<String> REQUEST =
      List.of("Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Origin");

  private static final List<String> RESPONSE =
      List.of("Sec-WebSocket-Accept", "Sec-WebSocket-Protocol");

  private static final int NO_UPGRADE = 426;

  private final OriginCheck origin;
  private final Addresses addresses;
  private final Answers answers;
  private final SocketConfig config;
  private final HttpClient client;
  private final Set<End> open = ConcurrentHashMap.newKeySet();

  SocketProxy(
      Vertx vertx,
      OriginCheck origin,
      Addresses addresses,
      Answers answers,
      SocketConfig config,
      Trust trust) {
    this.origin = origin;
    this.addresses = addresses;
    this.answers = answers;
    this.config = config;
    this.client =
        vertx.createHttpClient(
            trust.in(new HttpClientOptions().setConnectTimeout(2_000).setMaxWaitQueueSize(0)),
            new PoolOptions().setHttp1MaxSize(config.most()));
  }

  /** Answers the upgrade as messaging does; a page that is not ours does not get that far. */
  public void open(RoutingContext ctx) {
    var request = ctx.request();
    request.pause();
    try {
      if (!SocketUpgrade.isAskedForBy(request)) {
        throw Refusal.withStatus(NO_UPGRADE, RefusalCode.INVALID_REQUEST);
      }
      origin.requireOurs(request);
    } catch (Refusal refusal) {
      answers.failed(ctx, refusal);
      return;
    }
    addresses
        .request(
            client, Upstream.MESSAGING, options -> options.setMethod(HttpMethod.GET).setURI("/ws"))
        .compose(asked -> ask(request, asked))
        .onSuccess(answer -> answered(ctx, answer))
        .onFailure(failure -> away(ctx, failure));
  }

  private Future<HttpClientResponse> ask(HttpServerRequest request, HttpClientRequest asked) {
    for (var name : REQUEST) {
      var value = request.getHeader(name);
      if (value != null) {
        asked.putHeader(name, value);
      }
    }
    asked.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    asked.putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
    asked.setTimeout(config.patience().toMillis());
    // Once it is a socket, its end is the socket's: the request has nothing more to say.
    asked.exceptionHandler(gone -> {});
    return asked.connect().onFailure(silent -> addresses.saidNothing(Upstream.MESSAGING, asked));
  }

  private void answered(RoutingContext ctx, HttpClientResponse answer) {
    if (answer.statusCode() != 101) {
      answers.problem(ctx, refusedWith(answer.statusCode()));
      return;
    }
    var service = answer.netSocket();
    service.pause();
    if (ctx.response().closed()) {
      service.close();
      return;
    }
    upgrade(ctx.response(), answer);
    var channel = End.channel(ctx.request().connection());
    var services = answer.request().connection();
    ctx.request()
        .toNetSocket()
        // A browser that leaves at this very moment gets no socket, and no failure either.
        .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(browser -> join(new End(browser, channel), service, services))
        .onFailure(failure -> service.close());
  }

  private static void upgrade(HttpServerResponse response, HttpClientResponse answer) {
    response
        .setStatusCode(101)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
        .putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
    for (var name : RESPONSE) {
      var value = answer.getHeader(name);
      if (value != null) {
        response.putHeader(name, value);
      }
    }
  }

  private static Problem refusedWith(int status) {
    return switch (status) {
      case 401 -> Problem.of(RefusalCode.NOT_SIGNED_IN);
      case 403 -> Problem.of(RefusalCode.NOT_ALLOWED);
      case 429, 503 -> Problem.of(RefusalCode.TEMPORARILY_UNAVAILABLE, status);
      default ->
          status < 500
              ? Problem.of(RefusalCode.INVALID_REQUEST, status)
              : Problem.of(RefusalCode.FAULT);
    };
  }

  /** Each end is read only as fast as the other takes it, and ends with the other. */
  private void join(End browser, NetSocket service, HttpConnection services) {
    var messaging = new End(service, End.channel(services));
    open.addAll(List.of(browser, messaging));
    browser.socket().setWriteQueueMaxSize(QUEUED_OCTETS);
    Brake.between(browser.socket(), services, QUEUED_OCTETS);
    Patience.with(browser, config.full());
    Patience.with(messaging, config.full());
    browser.socket().closeHandler(closed -> ended(browser, messaging));
    service.closeHandler(closed -> ended(messaging, browser));
    browser.socket().handler(service::write);
    service.pipeTo(browser.socket());
  }

  private void ended(End closed, End other) {
    open.remove(closed);
    other.close();
  }

  /** The server waits for its connections to end, and one whose browser never reads would not. */
  void stop(@Observes ShutdownEvent stopping) {
    open.forEach(End::drop);
  }

  private void away(RoutingContext ctx, Throwable failure) {
    LOG.upstreamUnavailable("messaging", failure.getClass().getSimpleName());
    answers.problem(ctx, RefusalCode.TEMPORARILY_UNAVAILABLE);
  }
}
