package no.samsnakk.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request of which nothing has been read yet, as the gateway holds it while it asks. */
class BrokenOffTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_connection_that_was_reset_is_the_browsers() {
    assertThat(isBrokenOff(new IOException("Connection reset by peer"))).isTrue();
  }

  @Test
  void one_that_was_refused_is_a_databases_that_is_away_and_no_browsers() {
    assertThat(isBrokenOff(new ConnectException("Connection refused"))).isFalse();
    assertThat(isBrokenOff(new CompletionException(new ConnectException()))).isFalse();
  }

  private boolean isBrokenOff(Throwable failure) {
    var server = vertx.createHttpServer().requestHandler(request -> answer(request, failure));
    return server
        .listen(0)
        .compose(
            at ->
                vertx.createHttpClient().request(HttpMethod.GET, at.actualPort(), "localhost", "/"))
        .compose(asked -> asked.send())
        .compose(HttpClientResponse::body)
        .map(Buffer::toString)
        .map(Boolean::valueOf)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static void answer(HttpServerRequest request, Throwable failure) {
    request.pause();
    request.response().end(String.valueOf(BrokenOff.is(request, failure)));
  }
}
