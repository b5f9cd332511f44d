package no.samsnakk.messaging.reading.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How much there is to read in a room, for who is about to let somebody in. */
@Authenticated
@Cancellable(false)
@Path("/api/conversations/{roomId}/written")
public class WrittenResource {
  private final WrittenCount count;
  private final Callers callers;
  private final TraceBudget budget;
  private final JsonWebToken token;

  WrittenResource(WrittenCount count, Callers callers, TraceBudget budget, JsonWebToken token) {
    this.count = count;
    this.callers = callers;
    this.budget = budget;
    this.token = token;
  }

  @GET
  @Operation(
      operationId = "written",
      summary = "How many messages can be read in a room, and nothing of what they say")
  @APIResponse(responseCode = "200", description = "How much is written")
  @APIResponse(
      responseCode = "404",
      description = "`room-unknown`: there is no such room, or it is none of the caller's")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-requests`: more than one person asks for")
  @APIResponse(responseCode = "503", description = "`temporarily-unavailable`")
  public Uni<Written> written(UUID roomId) {
    return callers
        .of(token)
        .invoke(caller -> budget.require(caller.personId()))
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(
                        () -> count.of(caller.personId(), roomId).toCompletionStage()));
  }
}
