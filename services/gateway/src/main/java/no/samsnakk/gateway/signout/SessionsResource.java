package no.samsnakk.gateway.signout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.session.OwnSessions;
import no.samsnakk.gateway.session.OwnSessions.OwnSession;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where a person sees in how many places she is signed in, and ends what she does not want. */
@Cancellable(false)
@Path("/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionsResource {
  /** Hers alone, this browser's first. */
  public record SessionList(List<OwnSession> sessions) {}

  private final Sessions sessions;
  private final OwnSessions own;
  private final SignOut signOut;

  SessionsResource(Sessions sessions, OwnSessions own, SignOut signOut) {
    this.sessions = sessions;
    this.own = own;
    this.signOut = signOut;
  }

  @GET
  @Operation(operationId = "ownSessions", summary = "Where one is signed in")
  @APIResponse(responseCode = "200", description = "This browser's session first")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  public SessionList list(@Context HttpServerRequest request) {
    return new SessionList(own.of(asking(request)).await().indefinitely());
  }

  @DELETE
  @Path("/others")
  @Operation(operationId = "endOtherSessions", summary = "Sign out everywhere else")
  @APIResponse(responseCode = "204", description = "This browser's session is the only one")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  @APIResponse(responseCode = "403", description = "`csrf-token-missing`, `origin-refused`")
  public void endOthers(@Context HttpServerRequest request) {
    signOut.atIssuer(own.endOthers(asking(request)).await().indefinitely());
  }

  @DELETE
  @Path("/{sessionId}")
  @Operation(
      operationId = "endSession",
      summary = "Sign out in one place",
      description = "Ends the session, its sockets, and the session at the issuer.")
  @APIResponse(responseCode = "204", description = "It has ended")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  @APIResponse(responseCode = "403", description = "`csrf-token-missing`, `origin-refused`")
  @APIResponse(
      responseCode = "404",
      description = "`not-found`: there is none, or it is somebody else's")
  public void end(@PathParam("sessionId") String sessionId, @Context HttpServerRequest request) {
    var asking = asking(request);
    var ended =
        id(sessionId)
            .map(id -> own.end(asking, id).await().indefinitely())
            .filter(sessions -> !sessions.isEmpty())
            .orElseThrow(() -> new Refusal(RefusalCode.NOT_FOUND));
    signOut.atIssuer(ended);
  }

  private Session asking(HttpServerRequest request) {
    return sessions
        .find(SessionCookie.in(request))
        .await()
        .indefinitely()
        .orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN));
  }

  private static Optional<UUID> id(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
