package no.samsnakk.platform.connections;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * What a request is counted as in the metrics. Quarkus counts by the path as it was asked for where
 * no route of JAX-RS has been found, or not yet: with a room's id (R9), or with whatever somebody
 * types, each a time series of its own. So every request is {@link #NONE} until a route says
 * better.
 */
public final class MeasuredRoute {
  public static final String NONE = "/none";

  /** Where Quarkus REST leaves the route it has found; goes before what a metric was told. */
  private static final String FOUND = "UrlPathTemplate";

  private MeasuredRoute() {}

  static void none(RoutingContext ctx) {
    if (ctx.request() instanceof HttpServerRequestInternal request
        && request.metric() instanceof HttpRequestMetric metric) {
      metric.setTemplatePath(NONE);
    }
  }

  /** Counts it as this. A route of JAX-RS that answers it goes before. */
  public static void set(RoutingContext ctx, String route) {
    if (ctx.request() instanceof HttpServerRequestInternal request) {
      request.context().putLocal(FOUND, route);
    }
  }
}
