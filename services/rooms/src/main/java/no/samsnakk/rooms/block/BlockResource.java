package no.samsnakk.rooms.block;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.caller.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Whom the caller has blocked from the rooms whose patient he is. */
@Cancellable(false)
@Path("/api/me/blocks")
@Authenticated
public class BlockResource {
  private final CurrentCaller caller;
  private final Blocking blocking;

  BlockResource(CurrentCaller caller, Blocking blocking) {
    this.caller = caller;
    this.blocking = blocking;
  }

  @GET
  @Operation(operationId = "blockedPeople", summary = "Whom the caller has blocked, and since when")
  @APIResponse(responseCode = "200", description = "The last one first; perhaps nobody")
  public Uni<BlockedPeople> list() {
    return caller.get().chain(blocking::settled);
  }

  @PUT
  @Path("/{personId}")
  @Operation(
      operationId = "blockPerson",
      summary = "The caller blocks a professional from all rooms whose patient he is; repeatable",
      description =
          "Her seats there are empty when it is answered, and nobody can bring her in again."
              + " Neither she nor anybody else is told of it.")
  @APIResponse(responseCode = "200", description = "All whom he has blocked")
  @APIResponse(responseCode = "403", description = "`not-allowed`: it is the caller")
  @APIResponse(
      responseCode = "404",
      description = "`person-unknown`: nobody whom a search finds, and nobody of a room of his")
  @APIResponse(responseCode = "409", description = "`too-many-blocks`")
  public Uni<BlockedPeople> block(@PathParam("personId") String personId) {
    return caller.get().chain(who -> blocking.block(id(personId), who));
  }

  @DELETE
  @Path("/{personId}")
  @Operation(
      operationId = "unblockPerson",
      summary = "The caller takes a block back; level HIGH, repeatable",
      description = "She gets no seat by it; she can be asked for again.")
  @APIResponse(responseCode = "200", description = "All whom he has blocked still")
  @APIResponse(responseCode = "403", description = "`level-too-low`")
  @APIResponse(responseCode = "404", description = "`person-unknown`: no id")
  @APIResponse(responseCode = "429", description = "`too-many-requests`")
  public Uni<BlockedPeople> takeBack(@PathParam("personId") String personId) {
    return caller.acting().chain(who -> blocking.takeBack(id(personId), who));
  }

  private static UUID id(String personId) {
    try {
      return UUID.fromString(personId);
    } catch (IllegalArgumentException e) {
      throw new Refusal(RefusalCode.PERSON_UNKNOWN);
    }
  }
}
