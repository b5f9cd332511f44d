package no.samsnakk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the services are; each may be several instances, their addresses separated by commas. */
@ApplicationScoped
public class Addresses {
  private final Instances rooms;
  private final Instances messaging;
  private final Instances notifications;
  private final Instances audit;

  Addresses(
      @ConfigProperty(name = "samsnakk.rooms.url") URI rooms,
      @ConfigProperty(name = "samsnakk.messaging.url") List<URI> messaging,
      @ConfigProperty(name = "samsnakk.notifications.url") List<URI> notifications,
      @ConfigProperty(name = "samsnakk.audit.url") List<URI> audit) {
    // One address: the other services ask rooms too, through a client that knows one only.
    this.rooms = new Instances(List.of(rooms));
    this.messaging = new Instances(messaging);
    this.notifications = new Instances(notifications);
    this.audit = new Instances(audit);
  }

  /**
   * A request to an instance of this service that takes a connection.
   *
   * @param with completes the options, which have the address only
   */
  public Future<HttpClientRequest> request(
      HttpClient client, Upstream upstream, UnaryOperator<RequestOptions> with) {
    return of(upstream).request(client, with);
  }

  /** The instance behind this request did not answer: others are asked first for a while. */
  public void saidNothing(Upstream upstream, HttpClientRequest asked) {
    of(upstream).saidNothing(asked);
  }

  private Instances of(Upstream upstream) {
    return switch (upstream) {
      case ROOMS -> rooms;
      case MESSAGING -> messaging;
      case NOTIFICATIONS -> notifications;
      case AUDIT -> audit;
    };
  }
}
