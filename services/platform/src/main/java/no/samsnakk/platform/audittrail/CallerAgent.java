package no.samsnakk.platform.audittrail;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the request's token; every service but rooms and the gateway. */
@DefaultBean
@ApplicationScoped
class CallerAgent implements RefusedAgent {
  private final JsonWebToken token;
  private final Callers callers;

  CallerAgent(JsonWebToken token, Callers callers) {
    this.token = token;
    this.callers = callers;
  }

  @Override
  public Uni<Optional<UUID>> current() {
    return callers
        .of(token)
        .map(caller -> Optional.of(caller.personId()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
