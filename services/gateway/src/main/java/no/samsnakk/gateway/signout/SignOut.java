package no.samsnakk.gateway.signout;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.samsnakk.contracts.event.SessionEnded.Cause;
import no.samsnakk.gateway.issuer.Issuer;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.gateway.session.AtIssuer;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.Sessions;

/** Ends sessions on purpose. Blocks: for virtual threads. */
@ApplicationScoped
class SignOut {
  private final Sessions sessions;
  private final AtIssuer atIssuer;
  private final Issuer issuer;

  SignOut(Sessions sessions, AtIssuer atIssuer, Issuer issuer) {
    this.sessions = sessions;
    this.atIssuer = atIssuer;
    this.issuer = issuer;
  }

  /**
   * Ours first, in its transaction, and the issuer's after that (R12): an issuer that is away keeps
   * nobody from signing out here.
   */
  void signOut(Session session) {
    sessions.end(session, Cause.LOGOUT).await().indefinitely();
    atIssuer.end(List.of(session));
  }

  /** Ends behind these, which have ended here, what no session shares that lives. */
  void atIssuer(List<Session> ended) {
    atIssuer.end(sessions.lastAtIssuer(ended).await().indefinitely());
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
