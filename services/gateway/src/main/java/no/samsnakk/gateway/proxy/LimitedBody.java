package no.samsnakk.gateway.proxy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/** A request's body, read to its end, and not an octet further than is allowed. */
final class LimitedBody {
  private static final int TOO_LARGE = 413;

  private LimitedBody() {}

  /** Reads a paused request; fails with {@link Refusal} if it is longer than {@code most}. */
  static Uni<Buffer> of(HttpServerRequest request, int most) {
    return Uni.createFrom().emitter(emitter -> read(request, most, emitter));
  }

  private static void read(
      HttpServerRequest request, int most, UniEmitter<? super Buffer> emitter) {
    var body = Buffer.buffer();
    request.exceptionHandler(emitter::fail);
    request.endHandler(end -> emitter.complete(body));
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > most) {
            request.pause();
            emitter.fail(Refusal.withStatus(TOO_LARGE, RefusalCode.INVALID_REQUEST));
          } else {
            body.appendBuffer(chunk);
          }
        });
    request.resume();
  }
}
