package no.samsnakk.gateway.signout;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Where a person signs out, and where the issuer says that it has ended a session. */
@Cancellable(false)
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
public class SignOutResource {
  /** Where the page goes now. */
  public record Next(String next) {}

  private final SignOut signOut;
  private final Sessions sessions;
  private final Warnings refused;

  SignOutResource(SignOut signOut, Sessions sessions, MeterRegistry metrics) {
    this.signOut = signOut;
    this.sessions = sessions;
    this.refused = new Warnings(metrics.counter("samsnakk.gateway.logouts.refused"));
  }

  @POST
  @Path("/logout")
  @RunOnVirtualThread
  @Operation(
      operationId = "logout",
      summary = "Sign out",
      description = "Ends the session, its sockets, and the session at the issuer.")
  @APIResponse(responseCode = "200", description = "Where to go now")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  @APIResponse(responseCode = "403", description = "`csrf-token-missing`, `origin-refused`")
  public Response logout(@Context HttpServerRequest request) {
    sessions.find(SessionCookie.in(request)).await().indefinitely().ifPresent(signOut::signOut);
    return Response.ok(new Next("/"))
        .header(HttpHeaders.SET_COOKIE, SessionCookie.cleared())
        .build();
  }

  @POST
  @Path("/back-channel-logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RunOnVirtualThread
  @Operation(
      operationId = "backChannelLogout",
      summary = "The issuer has ended a session",
      description = "OpenID Connect Back-Channel Logout 1.0. For the issuer, by a signed token.")
  @APIResponse(responseCode = "200", description = "It is ended here too")
  @APIResponse(responseCode = "400", description = "`invalid-request`: not a token of the issuer's")
  @APIResponse(
      responseCode = "503",
      description =
          "`temporarily-unavailable`: the issuer is away, or has just been asked for its keys and"
              + " may have a new one; the same token may succeed ten seconds later")
  public Response backChannelLogout(@FormParam("logout_token") @Nullable String logoutToken) {
    try {
      signOut.endedAtIssuer(logoutToken == null ? "" : logoutToken);
      return Response.ok().build();
    } catch (IssuerFailure failure) {
      refused.tell(since -> LOG.logoutTokensRefused(since, "" + failure.getMessage()));
      return Problem.of(
              switch (failure.kind()) {
                case REFUSED -> RefusalCode.INVALID_REQUEST;
                case UNAVAILABLE -> RefusalCode.TEMPORARILY_UNAVAILABLE;
              })
          .response();
    }
  }
}
