package no.samsnakk.messaging.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A room's messages by pages: the truth that live delivery only hints at (R3). */
@Authenticated
@Path("/api/conversations/{roomId}/messages")
public class HistoryResource {
  private static final int USUAL = 50;
  private static final int MOST = 100;

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
      @Parameter(description = "The `nextBefore` of the page behind which this one lies") @RestQuery
          @Nullable String before,
      @Parameter(description = "1 to 100 messages; 50 if not given") @RestQuery
          @Nullable String limit) {
    long from = number(before, Long.MAX_VALUE, Long.MAX_VALUE);
    int most = (int) number(limit, USUAL, MOST);
    return callers
        .of(token)
        .invoke(caller -> budget.require(caller.personId()))
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(
                        () ->
                            history
                                .page(caller.personId(), roomId, from, most)
                                .toCompletionStage()));
  }

  /** A cursor that we did not make, or no number at all, is told so and not guessed at. */
  private static long number(@Nullable String text, long otherwise, long most) {
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number that is out of bounds.
    }
    throw new Refusal(RefusalCode.INVALID_REQUEST);
  }
}
