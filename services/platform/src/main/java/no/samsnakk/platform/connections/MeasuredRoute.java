package no.samsnakk.platform.connections;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a request is counted as in the metrics. Quarkus counts by the path as it was asked for where
 * no route of JAX-RS has been found, or not yet: with a room's id (R9), or with whatever somebody
 * types, each a time series of its own. So every request is {@link #NONE} until a route says
 * better; and {@link KnownLabels} lets no other name through than those that the program gives.
 */
public final class MeasuredRoute {
  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

  public static final MeasuredRoute NONE = named("/none");

  /** Where Quarkus REST leaves the route it has found; goes before what a metric was told. */
  private static final String FOUND = "UrlPathTemplate";

  private final String name;

  private MeasuredRoute(String name) {
    this.name = name;
  }

  /** A name that stands in the program's text, never in a request: there are as many as here. */
  public static MeasuredRoute named(String name) {
    NAMES.add(name);
    return new MeasuredRoute(name);
  }

  static boolean isName(String label) {
    return NAMES.contains(label);
  }

  String name() {
    return name;
  }

  static void none(RoutingContext ctx) {
    if (ctx.request() instanceof HttpServerRequestInternal request
        && request.metric() instanceof HttpRequestMetric metric) {
      metric.setTemplatePath(NONE.name);
    }
  }

  /** Counts it as this. A route of JAX-RS that answers it goes before. */
  public static void set(RoutingContext ctx, MeasuredRoute route) {
    if (ctx.request() instanceof HttpServerRequestInternal request) {
      request.context().putLocal(FOUND, route.name);
    }
  }
}
