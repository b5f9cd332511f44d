package no.samsnakk.messaging.reading.agreement;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What is agreed on, or is to be, in all of the caller's rooms; without on what. */
@Authenticated
@Cancellable(false)
@Path("/api/conversations/agreements")
public class AgreementResource {
  private final Agreements agreements;
  private final Callers callers;
  private final JsonWebToken token;

  AgreementResource(Agreements agreements, Callers callers, JsonWebToken token) {
    this.agreements = agreements;
    this.callers = callers;
    this.token = token;
  }

  @GET
  @Operation(
      operationId = "agreements",
      summary = "What holds in the caller's rooms, or is to, that first which has stood longest")
  @APIResponse(
      responseCode = "200",
      description = "Who agrees and who is waited for; never what is agreed on")
  @APIResponse(responseCode = "503", description = "`temporarily-unavailable`")
  public Uni<StandingAgreements> standing() {
    return callers
        .of(token)
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(() -> agreements.of(caller.personId()).toCompletionStage()));
  }
}
