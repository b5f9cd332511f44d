package no.samsnakk.rooms.caller;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.platform.audittrail.RefusedAgent;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.problem.Refusal;

/** Whom a refusal concerns, for the log (R6). */
@ApplicationScoped
class RefusedCaller implements RefusedAgent {
  private final CurrentCaller caller;

  RefusedCaller(CurrentCaller caller) {
    this.caller = caller;
  }

  @Override
  public Uni<Optional<UUID>> current() {
    return caller
        .get()
        .map(Caller::personId)
        .map(Optional::of)
        .onFailure(Refusal.class)
        .recoverWithItem(Optional.empty());
  }
}
