package no.samsnakk.gateway.proxy;

import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the services are. */
@ApplicationScoped
public class Addresses {
  private final URI rooms;
  private final URI messaging;
  private final URI notifications;
  private final URI audit;

  Addresses(
      @ConfigProperty(name = "samsnakk.rooms.url") URI rooms,
      @ConfigProperty(name = "samsnakk.messaging.url") URI messaging,
      @ConfigProperty(name = "samsnakk.notifications.url") URI notifications,
      @ConfigProperty(name = "samsnakk.audit.url") URI audit) {
    this.rooms = rooms;
    this.messaging = messaging;
    this.notifications = notifications;
    this.audit = audit;
  }

  /** A request to this service, still without a path. */
  public RequestOptions to(Upstream upstream) {
    var address =
        switch (upstream) {
          case ROOMS -> rooms;
          case MESSAGING -> messaging;
          case NOTIFICATIONS -> notifications;
          case AUDIT -> audit;
        };
    boolean tls = "https".equals(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    return new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(tls);
  }
}
