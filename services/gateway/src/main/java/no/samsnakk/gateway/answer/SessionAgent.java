package no.samsnakk.gateway.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.audittrail.RefusedAgent;

/** The person behind the browser's session: here nobody shows a token. */
@ApplicationScoped
class SessionAgent implements RefusedAgent {
  private final CurrentVertxRequest current;
  private final Sessions sessions;

  SessionAgent(CurrentVertxRequest current, Sessions sessions) {
    this.current = current;
    this.sessions = sessions;
  }

  @Override
  public Uni<Optional<UUID>> current() {
    return sessions
        .find(SessionCookie.in(current.getCurrent().request()))
        .map(session -> session.map(Session::personId));
  }
}
