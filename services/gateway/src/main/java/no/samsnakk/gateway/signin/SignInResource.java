package no.samsnakk.gateway.signin;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.gateway.issuer.IssuerFailure;
import no.samsnakk.gateway.session.BrowserSecret;
import no.samsnakk.gateway.session.Device;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionConfig;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.gateway.signin.Outcome.Reason;
import no.samsnakk.platform.connections.Proxies;
import no.samsnakk.platform.request.OpenQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Where a browser goes to sign in, and where the issuer sends it back to. */
@Cancellable(false)
@Path("/auth")
public class SignInResource {
  private final SignIn signIn;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Proxies proxies;
  private final Busy busy;
  private final SessionConfig config;

  SignInResource(
      SignIn signIn,
      Sessions sessions,
      Attempts attempts,
      Proxies proxies,
      Busy busy,
      SessionConfig config) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.attempts = attempts;
    this.proxies = proxies;
    this.busy = busy;
    this.config = config;
  }

  @GET
  @Path("/login")
  @OpenQuery
  @RunOnVirtualThread
  @Operation(
      operationId = "login",
      summary = "Begin to sign in",
      description =
          "For navigation. `returnTo` is a path of ours, anything else means the start page."
              + " `fresh` demands that she proves anew who she is.")
  @APIResponse(
      responseCode = "302",
      description = "To the issuer; who is signed in and need not prove it goes on at once")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-sign-ins`; for a person a page that goes on by itself")
  public Response login(
      @QueryParam("returnTo") @Nullable String returnTo,
      @QueryParam("fresh") @DefaultValue("false") String fresh,
      @Context HttpServerRequest request) {
    var shown = SessionCookie.in(request);
    var session = sessions.find(shown).await().indefinitely();
    if (session.isPresent() && !fresh.equals("true")) {
      // She has signed in in another tab meanwhile.
      return to(URI.create(LocalPath.of(returnTo)));
    }
    return mayBegin(session, request)
        ? begin(shown, LocalPath.of(returnTo), fresh.equals("true"))
        : busy.answer(request);
  }

  private boolean mayBegin(Optional<Session> session, HttpServerRequest request) {
    return session
        .map(it -> attempts.known(it.sessionId().toString()))
        .orElseGet(() -> attempts.stranger(proxies.sender(request)));
  }

  private Response begin(Optional<BrowserSecret> shown, String returnTo, boolean fresh) {
    try {
      var begun = signIn.begin(shown, returnTo, fresh);
      return to(begun.issuer(), begun.secret());
    } catch (IssuerFailure failure) {
      LOG.signInFailed("" + failure.getMessage());
      return to(failed(Reason.UNAVAILABLE, returnTo));
    }
  }

  @GET
  @Path("/callback")
  @OpenQuery
  @RunOnVirtualThread
  @Operation(operationId = "callback", summary = "Come back from the issuer")
  @APIResponse(
      responseCode = "302",
      description =
          "To where the login began, with `?signin=` and `cancelled`, `unavailable`, `refused` or"
              + " `failed` where it came to nothing. An answer that belongs to no login under way"
              + " leads to `/?signin=`, with `already` for who is signed in, or else `expired`")
  public Response callback(@Context UriInfo uri, @Context HttpServerRequest request) {
    var device = Device.of(request.getHeader(HttpHeaders.USER_AGENT));
    return switch (signIn.finish(SessionCookie.in(request), parameters(uri), device)) {
      case Outcome.SignedIn in -> to(URI.create(in.returnTo()), in.secret());
      case Outcome.AlreadySignedIn already ->
          to(URI.create(LocalPath.telling(LocalPath.HOME, "already")));
      case Outcome.Failed failed -> to(failed(failed.reason(), failed.returnTo()));
    };
  }

  private static Map<String, List<String>> parameters(UriInfo uri) {
    Map<String, List<String>> parameters = new HashMap<>();
    uri.getQueryParameters()
        .forEach((name, values) -> parameters.put(name, new ArrayList<>(values)));
    return parameters;
  }

  private static URI failed(Reason reason, String returnTo) {
    return URI.create(LocalPath.telling(returnTo, reason.code()));
  }

  private Response to(URI address, BrowserSecret secret) {
    return Response.status(Response.Status.FOUND)
        .header(HttpHeaders.LOCATION, address.toString())
        .header(HttpHeaders.SET_COOKIE, SessionCookie.set(secret, config.life()))
        .build();
  }

  private static Response to(URI address) {
    return Response.status(Response.Status.FOUND)
        .header(HttpHeaders.LOCATION, address.toString())
        .build();
  }
}
