package no.samsnakk.rooms.seat;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.rooms.caller.CurrentCaller;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.RoomIds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The seats of a room. */
@Cancellable(false)
@Path("/api/rooms/{roomId}/seats")
@Authenticated
public class SeatResource {
  private final CurrentCaller caller;
  private final Invitation invitation;
  private final Approval approval;
  private final Removal removal;

  SeatResource(CurrentCaller caller, Invitation invitation, Approval approval, Removal removal) {
    this.caller = caller;
    this.invitation = invitation;
    this.approval = approval;
    this.removal = removal;
  }

  @POST
  @Operation(
      operationId = "inviteToSeat",
      summary = "Somebody in the room invites a professional; the seat is empty until approved",
      description = "Whom the patient invites at level HIGH he has thereby approved.")
  @APIResponse(responseCode = "200", description = "The room after it")
  @APIResponse(responseCode = "404", description = "`room-unknown`")
  @APIResponse(
      responseCode = "409",
      description =
          "`seat-exists`, `room-not-active`, `room-full`; `asked-too-recently`: the patient"
              + " has refused her, and `notBefore` says when he may be asked again")
  @APIResponse(responseCode = "422", description = "`role-unknown`")
  @APIResponse(responseCode = "429", description = "`too-many-requests`")
  public Uni<RoomDetails> invite(
      @PathParam("roomId") String roomId, @NotNull @Valid InvitationRequest request) {
    return caller.acting().chain(who -> invitation.invite(RoomIds.room(roomId), request, who));
  }

  @POST
  @Path("/{seatId}/approval")
  @Operation(
      operationId = "answerApproval",
      summary = "The patient approves or declines who is to sit there, once; level HIGH")
  @APIResponse(responseCode = "200", description = "The room after it")
  @APIResponse(
      responseCode = "403",
      description = "`not-allowed` (not the patient), `level-too-low`")
  @APIResponse(responseCode = "404", description = "`room-unknown`, `seat-unknown`")
  @APIResponse(responseCode = "409", description = "`approval-already-answered`, `consent-missing`")
  public Uni<RoomDetails> approve(
      @PathParam("roomId") String roomId,
      @PathParam("seatId") String seatId,
      @NotNull @Valid ApprovalRequest request) {
    return caller.get().chain(who -> answer(roomId, seatId, request, who));
  }

  @DELETE
  @Path("/{seatId}")
  @Operation(operationId = "removeSeat", summary = "The patient removes anybody, a helper himself")
  @APIResponse(responseCode = "200", description = "The room after it")
  @APIResponse(responseCode = "204", description = "The caller has left and sees it no more")
  @APIResponse(
      responseCode = "403",
      description = "`not-allowed`: not his seat, or the patient's own (he withdraws)")
  @APIResponse(responseCode = "404", description = "`room-unknown`, `seat-unknown`")
  @APIResponse(responseCode = "409", description = "`room-not-active`")
  public Uni<RestResponse<RoomDetails>> remove(
      @PathParam("roomId") String roomId, @PathParam("seatId") String seatId) {
    return caller
        .get()
        .chain(who -> remove(roomId, seatId, who))
        .map(left -> left.map(RestResponse::ok).orElseGet(RestResponse::noContent));
  }

  private Uni<RoomDetails> answer(
      String roomId, String seatId, ApprovalRequest request, Caller who) {
    var room = RoomIds.room(roomId);
    return approval.answer(room, RoomIds.seat(seatId, room), request.decision(), who);
  }

  private Uni<Optional<RoomDetails>> remove(String roomId, String seatId, Caller who) {
    var room = RoomIds.room(roomId);
    return removal.remove(room, RoomIds.seat(seatId, room), who);
  }
}
