package no.samsnakk.messaging.reading.question;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What waits for an answer, and whose, in all of the caller's rooms; without what is asked. */
@Authenticated
@Cancellable(false)
@Path("/api/conversations/questions")
public class QuestionResource {
  private final Questions questions;
  private final Callers callers;
  private final JsonWebToken token;

  QuestionResource(Questions questions, Callers callers, JsonWebToken token) {
    this.questions = questions;
    this.callers = callers;
    this.token = token;
  }

  @GET
  @Operation(
      operationId = "questions",
      summary = "What waits for an answer in the caller's rooms, those that wait longest first")
  @APIResponse(
      responseCode = "200",
      description = "Who waits for whom, and at which message; never what is asked")
  @APIResponse(responseCode = "503", description = "`temporarily-unavailable`")
  public Uni<StandingQuestions> standing() {
    return callers
        .of(token)
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(() -> questions.of(caller.personId()).toCompletionStage()));
  }
}
