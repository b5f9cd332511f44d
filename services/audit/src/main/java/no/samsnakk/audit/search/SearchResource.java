package no.samsnakk.audit.search;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import no.samsnakk.platform.settings.ServiceSettings;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The auditor's search. A POST, so that what she looks for stands in no URL (R9). */
@Cancellable(false)
@Path("/api/access-log/searches")
@Authenticated
public class SearchResource {
  private final Search search;
  private final Callers callers;
  private final JsonWebToken token;
  private final Clock clock;
  private final Duration freshLogin;
  private final TraceBudget budget;

  SearchResource(
      Search search,
      Callers callers,
      JsonWebToken token,
      Clock clock,
      ServiceSettings settings,
      TraceBudget budget) {
    this.search = search;
    this.callers = callers;
    this.token = token;
    this.clock = clock;
    this.freshLogin = settings.freshLogin();
    this.budget = budget;
  }

  @POST
  @Operation(summary = "Search what was done for the auditor's organisation and in its rooms")
  @APIResponse(responseCode = "200", description = "The first page begins with the search itself")
  @APIResponse(responseCode = "400", description = "invalid-request: fields says what is wrong")
  @APIResponse(
      responseCode = "403",
      description = "not-allowed: no auditor; level-too-low, fresh-login-required: sign in again")
  @APIResponse(responseCode = "429", description = "too-many-requests: wait a little")
  @APIResponse(responseCode = "503", description = "log-unavailable: it could not be logged")
  public Uni<Findings> search(@NotNull @Valid LogSearch wanted) {
    return callers
        .of(token)
        .invoke(caller -> budget.require(caller.personId()))
        .map(caller -> Auditor.of(caller, clock.instant(), freshLogin))
        .chain(auditor -> search.run(auditor, wanted));
  }
}
