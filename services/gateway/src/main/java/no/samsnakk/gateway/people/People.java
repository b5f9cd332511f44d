package no.samsnakk.gateway.people;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.issuer.ProvenLogin;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Who is behind a token. Only rooms knows. */
@ApplicationScoped
public class People {
  private final Rooms rooms;
  private final String key;

  People(@RestClient Rooms rooms, InternalKeyConfig config) {
    this.rooms = rooms;
    this.key = config.key();
  }

  /**
   * Shows rooms the ID token, and nobody after that.
   *
   * @return fails with {@link Refusal}: {@code not-allowed} if rooms does not take her, {@code
   *     temporarily-unavailable} if it cannot say
   */
  public Uni<Me> signedIn(ProvenLogin login) {
    return rooms
        .signIn(key, "Bearer " + login.tokens().access(), new Rooms.SignIn(login.idToken()))
        .onFailure()
        .transform(People::refusal);
  }

  /** The person behind this token; fails like {@link #signedIn}. */
  public Uni<Me> behind(String accessToken) {
    return rooms.me("Bearer " + accessToken).onFailure().transform(People::refusal);
  }

  private static Refusal refusal(Throwable failure) {
    if (failure instanceof WebApplicationException answered
        && answered.getResponse().getStatus() < 500) {
      return new Refusal(RefusalCode.NOT_ALLOWED);
    }
    LOG.upstreamUnavailable("rooms", failure.getClass().getSimpleName());
    return new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }
}
