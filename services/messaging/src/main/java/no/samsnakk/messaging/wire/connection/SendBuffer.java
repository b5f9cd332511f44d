package no.samsnakk.messaging.wire.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.messaging.wire.limits.Limits;

/** Bounds what the operating system holds for a reader that does not read. */
@ApplicationScoped
class SendBuffer implements HttpServerOptionsCustomizer {
  private final Limits limits;

  SendBuffer(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setSendBufferSize(Math.toIntExact(limits.sendBufferBytes().asLongValue()));
  }
}
