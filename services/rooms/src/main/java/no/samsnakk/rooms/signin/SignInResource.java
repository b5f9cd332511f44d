package no.samsnakk.rooms.signin;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.rooms.caller.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Where the gateway, and nobody else, reports a login. */
@Cancellable(false)
@Path("/internal/sign-ins")
@Authenticated
public class SignInResource {
  private final InternalKey key;
  private final IdTokens tokens;
  private final SignIn signIn;
  private final CurrentCaller caller;
  private final JsonWebToken bearer;

  SignInResource(
      InternalKey key, IdTokens tokens, SignIn signIn, CurrentCaller caller, JsonWebToken bearer) {
    this.key = key;
    this.tokens = tokens;
    this.signIn = signIn;
    this.caller = caller;
    this.bearer = bearer;
  }

  @POST
  @Operation(
      operationId = "signIn",
      summary = "A login has ended well: find or make the person behind the ID token",
      description = "For the gateway alone, which shows its key in X-Internal-Key.")
  @APIResponse(responseCode = "200", description = "Who has signed in")
  @APIResponse(responseCode = "401", description = "`not-signed-in`: a token is not believed")
  @APIResponse(responseCode = "403", description = "`not-allowed`: not the gateway")
  @APIResponse(
      responseCode = "422",
      description = "`identity-number-invalid`, `identity-number-not-synthetic`")
  public Uni<Me> report(
      @HeaderParam("X-Internal-Key") @Nullable String shown,
      @NotNull @Valid SignInRequest request) {
    key.require(shown);
    return tokens
        .verify(request.idToken())
        .chain(idToken -> signIn.carryOut(idToken, bearer.getSubject()))
        .chain(caller::me);
  }
}
