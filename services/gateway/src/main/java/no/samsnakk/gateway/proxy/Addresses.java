package no.samsnakk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the services are; each may be several instances, their addresses separated by commas. */
@ApplicationScoped
public class Addresses {
  private final Instances rooms;
  private final Instances messaging;
  private final Instances notifications;
  private final Instances audit;

  Addresses(ServiceAddresses services) {
    this.rooms = new Instances(List.of(services.rooms().url()));
    this.messaging = new Instances(services.messaging().url());
    this.notifications = new Instances(services.notifications().url());
    this.audit = new Instances(services.audit().url());
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
