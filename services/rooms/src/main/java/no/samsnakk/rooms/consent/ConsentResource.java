package no.samsnakk.rooms.consent;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import no.samsnakk.rooms.caller.CurrentCaller;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.RoomIds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where the patient says yes, no, and no longer. */
@Cancellable(false)
@Path("/api/rooms/{roomId}")
@Authenticated
public class ConsentResource {
  private final CurrentCaller caller;
  private final Answering answering;
  private final Withdrawal withdrawal;
  private final KeptConsents kept;

  ConsentResource(
      CurrentCaller caller, Answering answering, Withdrawal withdrawal, KeptConsents kept) {
    this.caller = caller;
    this.answering = answering;
    this.withdrawal = withdrawal;
    this.kept = kept;
  }

  @GET
  @Path("/consents")
  @Operation(
      operationId = "givenConsents",
      summary = "What the patient has said yes to: each text, when, and who was named then")
  @APIResponse(responseCode = "200", description = "The newest first, fifty at most")
  @APIResponse(responseCode = "403", description = "`not-allowed` (not the patient)")
  @APIResponse(responseCode = "404", description = "`room-unknown`")
  public Uni<GivenConsents> given(@PathParam("roomId") String roomId) {
    return caller.get().chain(who -> kept.of(RoomIds.room(roomId), who));
  }

  @POST
  @Path("/consent")
  @Operation(
      operationId = "answerConsent",
      summary = "The patient consents or declines; after a no he may open the room again himself",
      description =
          "A yes lets in whom the room's `ifYes` names, and says with `shown` what stood on the"
              + " page. Needs a fresh login of level HIGH.")
  @APIResponse(responseCode = "200", description = "The room after it")
  @APIResponse(
      responseCode = "403",
      description = "`not-allowed` (not the patient), `level-too-low`, `fresh-login-required`")
  @APIResponse(responseCode = "404", description = "`room-unknown`")
  @APIResponse(responseCode = "429", description = "`too-many-requests`: to an opening alone")
  @APIResponse(
      responseCode = "409",
      description =
          "`consent-already-answered`, `consent-text-outdated`; `consent-page-outdated`: the room"
              + " is no longer what was shown")
  public Uni<RoomDetails> answer(
      @PathParam("roomId") String roomId, @NotNull @Valid ConsentRequest request) {
    return caller.get().chain(who -> answering.answer(RoomIds.room(roomId), request, who));
  }

  @POST
  @Path("/withdrawal")
  @Operation(
      operationId = "withdrawConsent",
      summary = "The patient takes his consent back; nobody else has access from then on",
      description = "Needs a fresh login of level HIGH, as giving it does. Repeatable.")
  @APIResponse(responseCode = "200", description = "The room after it, for the patient alone")
  @APIResponse(
      responseCode = "403",
      description = "`not-allowed` (not the patient), `level-too-low`, `fresh-login-required`")
  @APIResponse(responseCode = "404", description = "`room-unknown`")
  @APIResponse(responseCode = "409", description = "`consent-not-given`")
  public Uni<RoomDetails> withdraw(@PathParam("roomId") String roomId) {
    return caller.get().chain(who -> withdrawal.withdraw(RoomIds.room(roomId), who));
  }
}
