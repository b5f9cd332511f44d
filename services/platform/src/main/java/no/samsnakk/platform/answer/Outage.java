package no.samsnakk.platform.answer;

import io.quarkus.oidc.OIDCException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database, or an issuer, that is not there just now from a fault of ours. */
public final class Outage {
  /** Causes may go round in a circle. */
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether that is what this failure comes from. */
  public static boolean isBehind(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(Outage::is);
  }

  /**
   * OIDC: the issuer's keys cannot be had. 08: the connection broke; 57P: the server stops, starts
   * or has ended the connection.
   */
  private static boolean is(Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> true;
      case ClosedConnectionException closed -> true;
      case OIDCException unasked -> true;
      case PgException answer -> String.valueOf(answer.getSqlState()).matches("08.*|57P.*");
      default -> false;
    };
  }
}
