package no.samsnakk.gateway.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.people.People;
import no.samsnakk.gateway.session.BrowserSecret;
import no.samsnakk.gateway.session.FreshTokens;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Tells the page whether somebody is signed in, and who. */
@Cancellable(false)
@Path("/auth/session")
public class SessionResource {
  private final Sessions sessions;
  private final FreshTokens tokens;
  private final People people;
  private final Clock clock;

  SessionResource(Sessions sessions, FreshTokens tokens, People people, Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.people = people;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "session",
      summary = "Who is signed in in this browser",
      description = "With the token that every change has to show in `X-CSRF-Token`.")
  @APIResponse(responseCode = "200", description = "Who, or `{\"signedIn\": false}`")
  @APIResponse(responseCode = "503", description = "`temporarily-unavailable`: cannot say now")
  public Uni<SessionAnswer> session(@Context HttpServerRequest request) {
    var shown = SessionCookie.in(request);
    return sessions
        .find(shown)
        .chain(
            found ->
                found.isPresent() && shown.isPresent()
                    ? answer(found.get(), shown.get())
                    : Uni.createFrom().item(SessionAnswer.NOBODY));
  }

  private Uni<SessionAnswer> answer(Session session, BrowserSecret secret) {
    return tokens
        .of(session)
        .chain(
            fresh ->
                people
                    .behind(fresh.tokens().access())
                    .map(me -> SessionAnswer.of(secret.csrfToken(), lasting(fresh), me)))
        .onFailure(SessionResource::isOver)
        .recoverWithItem(SessionAnswer.NOBODY);
  }

  private Lasting lasting(Session session) {
    return Lasting.of(session, clock.instant());
  }

  private static boolean isOver(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.reason().equals(RefusalCode.NOT_SIGNED_IN);
  }
}
