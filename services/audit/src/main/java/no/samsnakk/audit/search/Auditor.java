package no.samsnakk.audit.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.problem.Refusal;

/**
 * A privacy officer who has just shown who she is.
 *
 * @param organisations those that she is an auditor for, at least one
 */
record Auditor(UUID personId, List<UUID> organisations) {
  /** Refuses those who are no auditors, and then those who should sign in again first. */
  static Auditor of(Caller caller, Instant now, Duration freshLogin) {
    var organisations =
        caller.roles().stream()
            .filter(role -> role.kind() == Me.Kind.AUDITOR)
            .map(role -> role.organisation().organisationId())
            .distinct()
            .toList();
    if (organisations.isEmpty()) {
      throw new Refusal(RefusalCode.NOT_ALLOWED);
    }
    caller.requireFreshHigh(now, freshLogin);
    return new Auditor(caller.personId(), organisations);
  }

  /** For which of them she acts where nothing says more. */
  UUID organisation() {
    return organisations.getFirst();
  }

  UUID[] scope() {
    return organisations.toArray(UUID[]::new);
  }
}
