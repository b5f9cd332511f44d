package no.samsnakk.platform.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Turns a token into the person behind it. Only rooms knows; its answer is kept for half a minute
 * for each token, so a role that is taken away is gone everywhere half a minute later.
 */
@ApplicationScoped
public class Callers {
  private final RoomsMe rooms;
  private final Cache<String, Caller> known =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  Callers(@RestClient RoomsMe rooms) {
    this.rooms = rooms;
  }

  /**
   * The person behind this verified token.
   *
   * @return fails with {@link Refusal} {@code not-signed-in} if rooms does not know her, and {@code
   *     temporarily-unavailable} if rooms cannot be asked
   */
  public Uni<Caller> of(JsonWebToken token) {
    var raw = token.getRawToken();
    if (raw == null) {
      return Uni.createFrom().failure(new Refusal(RefusalCode.NOT_SIGNED_IN));
    }
    var cached = known.getIfPresent(raw);
    return cached != null ? Uni.createFrom().item(cached) : ask(raw);
  }

  private Uni<Caller> ask(String raw) {
    return rooms
        .me("Bearer " + raw)
        .map(me -> new Caller(me.personId(), me.level(), me.signedInAt(), me.roles()))
        .invoke(caller -> known.put(raw, caller))
        .onFailure()
        .transform(Callers::refusal);
  }

  private static Refusal refusal(Throwable failure) {
    return failure instanceof WebApplicationException answered
            && answered.getResponse().getStatus() < 500
        ? new Refusal(RefusalCode.NOT_SIGNED_IN)
        : new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }
}
