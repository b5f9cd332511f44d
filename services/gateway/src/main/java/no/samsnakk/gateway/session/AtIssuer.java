package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;

/** The issuer's own sessions behind those that have ended here. Blocks: for virtual threads. */
@ApplicationScoped
public class AtIssuer {
  private static final int AT_ONCE = 4;

  private final Issuer issuer;
  private final Clock clock;

  AtIssuer(Issuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * Ends them there, a few at a time: one that is refused keeps none of the others, and where the
   * issuer is away, which an operator is told, no more are tried. It forgets them by itself, after
   * its own idle time.
   */
  public void end(List<Session> ended) {
    var away = new AtomicBoolean();
    try (var calls = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      ended.forEach(session -> calls.execute(() -> end(session, away)));
    }
  }

  private void end(Session ended, AtomicBoolean away) {
    if (away.get() || !ended.tokens().refreshExpiresAt().isAfter(clock.instant())) {
      return;
    }
    try {
      issuer.end(ended.tokens());
    } catch (IssuerFailure failure) {
      LOG.notEndedAtIssuer("" + failure.getMessage());
      if (failure.kind() == IssuerFailure.Kind.UNAVAILABLE) {
        away.set(true);
      }
    }
  }
}
