package no.samsnakk.gateway.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.session.Activity;
import no.samsnakk.gateway.session.FreshTokens;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the page says that its person is doing something. */
@Cancellable(false)
@Path("/auth/activity")
public class ActivityResource {
  private final Sessions sessions;
  private final Activity activity;
  private final FreshTokens tokens;
  private final Clock clock;

  ActivityResource(Sessions sessions, Activity activity, FreshTokens tokens, Clock clock) {
    this.sessions = sessions;
    this.activity = activity;
    this.tokens = tokens;
    this.clock = clock;
  }

  @POST
  @Operation(
      operationId = "activity",
      summary = "The person is doing something",
      description = "Keeps the session for another while. No other request does.")
  @APIResponse(responseCode = "200", description = "How long it lasts now")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  @APIResponse(responseCode = "403", description = "`csrf-token-missing`, `origin-refused`")
  public Uni<Lasting> active(@Context HttpServerRequest request) {
    return sessions
        .find(SessionCookie.in(request))
        .map(found -> found.orElseThrow(ActivityResource::over))
        .chain(activity::of)
        .map(found -> found.orElseThrow(ActivityResource::over))
        .chain(this::kept)
        .map(session -> Lasting.of(session, clock.instant()));
  }

  /** At the issuer too, where one who only writes over her socket would seem to be away. */
  private Uni<Session> kept(Session session) {
    return tokens.of(session).onFailure(ActivityResource::isPassing).recoverWithItem(session);
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof Refusal refusal
        && refusal.reason().equals(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }

  private static Refusal over() {
    return new Refusal(RefusalCode.NOT_SIGNED_IN);
  }
}
