package no.samsnakk.rooms.proposal;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import no.samsnakk.rooms.caller.CurrentCaller;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.RoomIds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where a professional proposes a room, and takes that back. */
@Cancellable(false)
@Path("/api/rooms/{roomId}")
@Authenticated
public class ProposalResource {
  private static final String UUID_V7 =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}";

  private final CurrentCaller caller;
  private final Proposal proposal;
  private final Retraction retraction;

  ProposalResource(CurrentCaller caller, Proposal proposal, Retraction retraction) {
    this.caller = caller;
    this.proposal = proposal;
    this.retraction = retraction;
  }

  @PUT
  @Operation(
      operationId = "proposeRoom",
      summary = "Propose a room for a patient; repeatable, the client makes the id (UUIDv7)",
      description =
          "Nobody but the proposer and the patient sees it before the patient has consented. The"
              + " answer tells nothing about the patient that was not typed. An e-mail address serves"
              + " the letter of this proposal alone, whoever the number belongs to.")
  @APIResponse(responseCode = "201", description = "Proposed")
  @APIResponse(responseCode = "200", description = "This very request has proposed it before")
  @APIResponse(responseCode = "400", description = "`invalid-request`")
  @APIResponse(responseCode = "403", description = "`not-allowed`: asRoleId is not the caller's")
  @APIResponse(
      responseCode = "409",
      description =
          "`room-exists-differently`; `too-many-open-proposals`: some of the caller's have"
              + " to be answered or taken back first; `asked-too-recently`: the problem's"
              + " `notBefore` says when the same person may be asked again, and is the same for a"
              + " known and an unknown number")
  @APIResponse(
      responseCode = "422",
      description =
          "`identity-number-invalid`, `identity-number-not-synthetic`, `role-unknown`,"
              + " `cannot-propose-for-self`")
  @APIResponse(
      responseCode = "429",
      description =
          "`too-many-requests`; `too-many-letters`: without an address it may be proposed all the"
              + " same, with one when `notBefore` says")
  public Uni<RestResponse<RoomDetails>> propose(
      @PathParam("roomId") @Pattern(regexp = UUID_V7) String roomId,
      @NotNull @Valid ProposalRequest request) {
    return caller
        .acting()
        .chain(who -> proposal.propose(UUID.fromString(roomId), request, who))
        .map(ProposalResource::answer);
  }

  @POST
  @Path("/retraction")
  @Operation(
      operationId = "retractProposal",
      summary = "Who proposed a room takes the question back before the patient has answered it",
      description = "Nobody sees the room from then on. The log keeps that it was proposed.")
  @APIResponse(responseCode = "204", description = "Taken back")
  @APIResponse(responseCode = "403", description = "`not-allowed`: the caller did not propose it")
  @APIResponse(
      responseCode = "404",
      description = "`room-unknown`, also once it has been taken back")
  @APIResponse(responseCode = "409", description = "`consent-already-answered`")
  public Uni<Void> retract(@PathParam("roomId") String roomId) {
    return caller.get().chain(who -> retraction.retract(RoomIds.room(roomId), who));
  }

  private static RestResponse<RoomDetails> answer(Proposed proposed) {
    var status = proposed.now() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
    return RestResponse.ResponseBuilder.create(status, proposed.room()).build();
  }
}
