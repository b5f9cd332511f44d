package no.samsnakk.notifications.webpush;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.notifications.webpush.Subscriptions.Browser;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A person's browsers say that they want to hear, and that they do not any more. */
@Cancellable(false)
@Path("/api/notifications")
@Authenticated
public class SubscriptionResource {
  private final Subscriptions subscriptions;
  private final PushHosts hosts;
  private final VapidKeyring keyring;
  private final Callers callers;
  private final JsonWebToken token;
  private final TraceBudget budget;

  SubscriptionResource(
      Subscriptions subscriptions,
      PushHosts hosts,
      VapidKeyring keyring,
      Callers callers,
      JsonWebToken token,
      TraceBudget budget) {
    this.subscriptions = subscriptions;
    this.hosts = hosts;
    this.keyring = keyring;
    this.callers = callers;
    this.token = token;
    this.budget = budget;
  }

  /**
   * What a browser subscribes with.
   *
   * @param publicKey base64url, an uncompressed point of P-256
   */
  @Schema(requiredProperties = "publicKey")
  public record WebPushKey(String publicKey) {}

  /** A browser, by its endpoint. */
  public record Endpoint(@NotNull String endpoint) {
    /** Whoever has it can reach the browser. */
    @Override
    public String toString() {
      return "Endpoint[]";
    }
  }

  @GET
  @Path("web-push-key")
  @Operation(summary = "The key that a browser subscribes with")
  public WebPushKey key() {
    return new WebPushKey(keyring.publicKey());
  }

  @PUT
  @Path("subscription")
  @Operation(summary = "This browser wants to hear; may be repeated")
  @APIResponse(responseCode = "204", description = "Remembered; a person has at most ten browsers")
  @APIResponse(responseCode = "400", description = "invalid-request: keys that are none")
  @APIResponse(responseCode = "422", description = "push-endpoint-refused: no known push service")
  @APIResponse(responseCode = "429", description = "too-many-requests: wait a little")
  public Uni<Void> put(@NotNull @Valid Subscription subscription) {
    return callers
        .of(token)
        .map(caller -> caller.personId())
        .invoke(this::requireBoth)
        .chain(person -> subscriptions.put(person, checked(subscription)));
  }

  @DELETE
  @Path("subscription")
  @Operation(summary = "This browser does not want to hear any more; may be repeated")
  @APIResponse(responseCode = "204", description = "Forgotten, or never known")
  public Uni<Void> delete(@NotNull @Valid Endpoint browser) {
    return callers
        .of(token)
        .chain(caller -> subscriptions.delete(caller.personId(), browser.endpoint()));
  }

  /** A yes pays for the no that ends it too: whoever says no is never refused. */
  private void requireBoth(UUID personId) {
    budget.require(personId, 2);
  }

  private Browser checked(Subscription subscription) {
    if (!hosts.allows(subscription.endpoint())) {
      throw new Refusal(RefusalCode.PUSH_ENDPOINT_REFUSED);
    }
    var browser = Browser.of(subscription);
    try {
      // A key that is not on the curve shows only when something is encrypted with it.
      keyring.webPush().getBody(new byte[1], browser.p256dh(), browser.auth());
    } catch (Exception e) { // Kotlin declares none of them
      throw new Refusal(RefusalCode.INVALID_REQUEST);
    }
    return browser;
  }
}
