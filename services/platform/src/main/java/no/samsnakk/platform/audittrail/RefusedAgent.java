package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Tells whom a refusal concerns. Each service that has callers says how it knows them. */
public interface RefusedAgent {
  /** The person behind the current request, or nothing where nobody is known. */
  Uni<Optional<UUID>> current();
}
