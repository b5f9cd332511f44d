package no.samsnakk.platform.management;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The management port answers who asks for it by an address or a name of its own. A page in the
 * operator's browser can have its own name lead to this port (DNS rebinding); the browser then
 * takes metrics for that page's own. The name it asks for gives it away. No page can do that with
 * an address, which is what probes and scrapers ask by. Health tells nothing, and answers
 * everybody.
 */
@ApplicationScoped
class OwnNames {
  private static final Pattern HOST =
      Pattern.compile("(?:\\[(?<v6>[^\\[\\]]+)]|(?<name>[^:\\[\\]]+))(?::\\d{1,5})?");
  private static final String HEALTH = "/q/health";
  private static final String REFUSAL =
      "Not a name of this port: ask by its address, or add the name to samsnakk.management.hosts\n";

  private final Set<String> names;

  OwnNames(ManagementConfig config) {
    names =
        Stream.concat(Stream.of("localhost"), config.hosts().orElse(List.of()).stream())
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Before everything that answers, and after what the port has looked at. */
  void open(@Observes ManagementInterface management) {
    management.router().route().order(Integer.MIN_VALUE + 2).handler(this::check);
  }

  private void check(RoutingContext ctx) {
    if (isHealth(ctx.normalizedPath()) || isOurs(ctx.request().headers().getAll("Host"))) {
      ctx.next();
    } else {
      ctx.response().setStatusCode(421).putHeader("Content-Type", "text/plain").end(REFUSAL);
    }
  }

  private static boolean isHealth(String path) {
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  boolean isOurs(List<String> hosts) {
    var host = HOST.matcher(hosts.size() == 1 ? hosts.getFirst() : "");
    if (!host.matches()) {
      return false;
    }
    var name = host.group("name");
    return name == null
        ? isAddress(host.group("v6"))
        : names.contains(name.toLowerCase(Locale.ROOT)) || isAddress(name);
  }

  private static boolean isAddress(String written) {
    try {
      InetAddress.ofLiteral(written);
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
