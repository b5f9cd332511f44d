package no.samsnakk.gateway.proxy;

import java.util.Locale;
import no.samsnakk.platform.connections.MeasuredRoute;

/** A service that requests are passed on to. */
public enum Upstream {
  ROOMS,
  MESSAGING,
  NOTIFICATIONS,
  AUDIT;

  private final MeasuredRoute route =
      MeasuredRoute.named("/api to " + name().toLowerCase(Locale.ROOT));

  /** What requests to it are counted as, whatever stands in their path (R9). */
  public MeasuredRoute route() {
    return route;
  }
}
