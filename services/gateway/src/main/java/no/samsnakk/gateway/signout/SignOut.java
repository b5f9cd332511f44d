package no.samsnakk.gateway.signout;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.Sessions;

/** Ends sessions on purpose. Blocks: for virtual threads. */
@ApplicationScoped
class SignOut {
  private final Sessions sessions;
  private final Issuer issuer;

  SignOut(Sessions sessions, Issuer issuer) {
    this.sessions = sessions;
    this.issuer = issuer;
  }

  /**
   * Ours first, in its transaction, and the issuer's after that (R12): an issuer that is away keeps
   * nobody from signing out here.
   */
  void signOut(Session session) {
    sessions.end(session, Cause.LOGOUT).await().indefinitely();
    atIssuer(session);
  }

  /** At the issuer, of one that has ended here; where the issuer is away, an operator is told. */
  void atIssuer(Session session) {
    try {
      issuer.end(session.tokens());
    } catch (IssuerFailure failure) {
      LOG.notEndedAtIssuer("" + failure.getMessage());
    }
  }

  /** Ends what this logout token says; {@link IssuerFailure} if it is not from the issuer. */
  void endedAtIssuer(String logoutToken) {
    var ended = issuer.verifiedLogout(logoutToken);
    int here = sessions.end(ended).await().indefinitely();
    // Nothing is left to end where we asked for it ourselves.
    if (here > 0) {
      LOG.endedByIssuer(here);
    }
  }
}
