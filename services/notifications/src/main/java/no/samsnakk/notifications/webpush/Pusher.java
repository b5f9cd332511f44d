package no.samsnakk.notifications.webpush;

import com.interaso.webpush.WebPush;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import no.samsnakk.notifications.wakeup.Deliveries;
import no.samsnakk.notifications.wakeup.Delivery;
import no.samsnakk.notifications.wakeup.Delivery.Outcome;
import no.samsnakk.notifications.webpush.Subscriptions.Browser;

/** Sends pushes. */
@ApplicationScoped
class Pusher {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A phone that was off for longer learns it from the room itself. */
  private static final int TTL_SECONDS = 24 * 60 * 60;

  /** A newer push takes the place of one that the phone has not fetched yet. */
  private static final String TOPIC = "samsnakk";

  private final Deliveries deliveries;
  private final Subscriptions subscriptions;
  private final VapidKeyring keyring;
  private final PushHosts hosts;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Pusher(
      Deliveries deliveries, Subscriptions subscriptions, VapidKeyring keyring, PushHosts hosts) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.keyring = keyring;
    this.hosts = hosts;
  }

  @Scheduled(
      every = "${samsnakk.notifications.look-every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> goRound() {
    return deliveries.sendDue(Delivery.Channel.PUSH, this::send);
  }

  private Uni<Outcome> send(Delivery delivery) {
    var id = Objects.requireNonNull(delivery.subscriptionId(), "a push without a browser");
    return subscriptions
        .find(id, delivery.personId())
        // The list may have become shorter since the browser was taken in.
        .map(found -> found.filter(browser -> hosts.allows(browser.endpoint())))
        .chain(
            found ->
                found
                    .map(browser -> send(id, browser, delivery.isRequest()))
                    .orElseGet(() -> Uni.createFrom().item(Outcome.NOBODY_THERE)));
  }

  private Uni<Outcome> send(UUID subscriptionId, Browser browser, boolean isRequest) {
    return Uni.createFrom()
        .completionStage(
            () -> http.sendAsync(request(browser, isRequest), BodyHandlers.discarding()))
        .chain(answer -> answered(subscriptionId, answer.statusCode()));
  }

  private Uni<Outcome> answered(UUID subscriptionId, int status) {
    return switch (status) {
      case 200, 201, 202, 204 -> Uni.createFrom().item(Outcome.SENT);
      case 404, 410 -> subscriptions.expired(subscriptionId).replaceWith(Outcome.NOBODY_THERE);
      default -> Uni.createFrom().failure(new PushRefused());
    };
  }

  private HttpRequest request(Browser browser, boolean isRequest) {
    var payload = isRequest ? "{\"kind\":\"request\"}" : "{\"kind\":\"message\"}";
    var webPush = keyring.webPush();
    var body =
        webPush.getBody(payload.getBytes(StandardCharsets.UTF_8), browser.p256dh(), browser.auth());
    var request =
        HttpRequest.newBuilder(URI.create(browser.endpoint()))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofByteArray(body));
    webPush
        .getHeaders(browser.endpoint(), TTL_SECONDS, TOPIC, WebPush.Urgency.High)
        .forEach(request::setHeader);
    return request.build();
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  /** The push service would not take it; it may later. */
  private static final class PushRefused extends RuntimeException {
    PushRefused() {
      super("refused by the push service", null, false, false);
    }
  }
}
