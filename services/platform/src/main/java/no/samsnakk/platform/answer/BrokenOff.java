package no.samsnakk.platform.answer;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;

/** Requests whose browser went away while it was asking: no fault, and nobody hears the answer. */
public final class BrokenOff {
  private BrokenOff() {}

  /**
   * Whether the request failed because its own connection has ended, and not because something that
   * it needs is away: a request that nobody has begun to read is not ended either.
   */
  public static boolean is(HttpServerRequest asking, Throwable failure) {
    return isConnections(failure)
        && !Outage.isBehind(failure)
        && (asking.response().closed() || !asking.isEnded());
  }

  /**
   * Whether nobody is there any more to be answered. Between the end of a connection and Vert.x's
   * word of it other work may come, and what that writes is lost with a stack trace. To be asked on
   * the request's own event loop.
   */
  public static boolean hasLeft(HttpServerRequest asking) {
    return asking.response().closed()
        || (asking.connection() instanceof ConnectionBase connection
            && !connection.channel().isActive());
  }

  private static boolean isConnections(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof HttpClosedException) {
        return true;
      }
    }
    return false;
  }
}
