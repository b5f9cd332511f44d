package no.samsnakk.messaging.reading.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A room's messages by pages: the truth that live delivery only hints at (R3). */
@Authenticated
@Cancellable(false)
@Path("/api/conversations/{roomId}/messages")
public class HistoryResource {
  private final History history;
  private final Callers callers;
  private final TraceBudget budget;
  private final JsonWebToken token;

  HistoryResource(History history, Callers callers, TraceBudget budget, JsonWebToken token) {
    this.history = history;
    this.callers = callers;
    this.budget = budget;
    this.token = token;
  }

  @GET
  @Operation(
      operationId = "messages",
      summary = "A page of a room's messages, ascending; the newest page without `before`")
  @APIResponse(responseCode = "200", description = "The page; in the log before it is answered")
  @APIResponse(
      responseCode = "404",
      description = "`room-unknown`: there is no such room, or it is none of the caller's")
  @APIResponse(
      responseCode = "410",
      description = "`room-erased`: what was written in the room was erased for good")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-requests`: more entries in the log than one person leaves")
  @APIResponse(responseCode = "503", description = "`log-unavailable`, `temporarily-unavailable`")
  public Uni<MessagePage> page(
      UUID roomId,
      @Parameter(description = "The `nextBefore` of the page behind which this one lies")
          @QueryParam("before")
          @DefaultValue("9007199254740991")
          @Min(1)
          long before,
      @Parameter(description = "1 to 100 messages, and what hangs on them; 50 if not given")
          @QueryParam("limit")
          @DefaultValue("50")
          @Min(1)
          @Max(100)
          int limit) {
    return callers
        .of(token)
        .invoke(caller -> budget.require(caller.personId()))
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(
                        () ->
                            history
                                .page(caller.personId(), roomId, before, limit)
                                .toCompletionStage()));
  }
}
