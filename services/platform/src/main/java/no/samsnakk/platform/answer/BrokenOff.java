package no.samsnakk.platform.answer;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** Requests whose browser went away while it was asking: no fault, and nobody hears the answer. */
public final class BrokenOff {
  private BrokenOff() {}

  /** Whether the request failed because its own connection has ended. */
  public static boolean is(HttpServerRequest asking, Throwable failure) {
    return isConnections(failure) && (asking.response().closed() || !asking.isEnded());
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
