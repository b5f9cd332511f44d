package no.samsnakk.gateway.proxy;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.samsnakk.contracts.log.StackTraces;
import no.samsnakk.gateway.answer.Answers;
import no.samsnakk.gateway.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A browser that leaves just when its answer comes, which cannot be timed from outside. */
@QuarkusTest
@WithTestResource(World.class)
class LeftTest {
  private final StackTraces stackTraces = StackTraces.listen();

  private final List<String> answered = new CopyOnWriteArrayList<>();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient();

  @Inject Answers answers;

  @AfterEach
  void leave() {
    stackTraces.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void nothing_is_written_to_a_browser_whose_connection_has_just_ended() {
    int service = listening(request -> request.response().end("x".repeat(100_000)));
    int gateway = listening(request -> proxy(request, service));

    for (int i = 0; i < 10; i++) {
      var left =
          client.request(HttpMethod.GET, gateway, "localhost", "/").compose(asked -> asked.send());
      await().until(left::isComplete);
      assertThat(left.failed()).isTrue();
    }

    assertThat(answered).hasSize(10).containsOnly("closed");
    assertThat(stackTraces.logged()).isEmpty();
  }

  private void proxy(HttpServerRequest request, int service) {
    HttpProxy.reverseProxy(client)
        .origin(service, "localhost")
        .addInterceptor(new Rewriting(Upstream.ROOMS, "token", Buffer.buffer(), answers))
        .addInterceptor(new Leaving(request))
        .handle(request);
  }

  private int listening(Handler<HttpServerRequest> handler) {
    var server = vertx.createHttpServer().requestHandler(handler);
    return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
  }

  /** Ends the browser's connection before the answer goes on, and before anybody is told so. */
  private final class Leaving implements ProxyInterceptor {
    private final HttpServerRequest request;

    Leaving(HttpServerRequest request) {
      this.request = request;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      var channel = ((ConnectionBase) request.connection()).channel();
      // As where reading finds it reset.
      channel.unsafe().close(channel.voidPromise());
      answered.add(channel.isActive() ? "open" : "closed");
      return context.sendResponse();
    }
  }
}
