package no.samsnakk.rooms.overview;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.caller.CurrentCaller;
import no.samsnakk.rooms.room.PlaceInList;
import no.samsnakk.rooms.room.RoomIds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Looking at rooms. */
@Cancellable(false)
@Path("/api/rooms")
@Authenticated
public class RoomsResource {
  private final CurrentCaller caller;
  private final RoomViews views;

  RoomsResource(CurrentCaller caller, RoomViews views) {
    this.caller = caller;
    this.views = views;
  }

  @GET
  @Operation(operationId = "listRooms", summary = "The rooms that the caller sees")
  @APIResponse(responseCode = "200", description = "The last changed first, a hundred at most")
  @APIResponse(responseCode = "400", description = "`invalid-request`: no place in the list")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  public Uni<RoomList> list(
      @Parameter(description = "The `nextAfter` of the answer before; without it, the first ones")
          @QueryParam("after")
          @Nullable String after) {
    var place = after == null ? PlaceInList.START : place(after);
    return caller.get().chain(who -> views.list(who, place));
  }

  private static PlaceInList place(String after) {
    return PlaceInList.parse(after).orElseThrow(() -> new Refusal(RefusalCode.INVALID_REQUEST));
  }

  @GET
  @Path("/{roomId}")
  @Operation(
      operationId = "viewRoom",
      summary = "One room; the view is in the access log before it is answered")
  @APIResponse(responseCode = "200", description = "The room as this caller may see it")
  @APIResponse(
      responseCode = "404",
      description = "`room-unknown`: there is none, or it is none of the caller's business")
  @APIResponse(responseCode = "429", description = "`too-many-requests`")
  @APIResponse(responseCode = "503", description = "`log-unavailable`")
  public Uni<RoomDetails> one(
      @PathParam("roomId") String roomId,
      @Parameter(
              description =
                  "`true` where nobody opens the room, but a browser that shows it keeps up to"
                      + " date by itself. Whoever does not say so has opened it.")
          @QueryParam("refresh")
          @DefaultValue("false")
          boolean refresh) {
    var look = refresh ? AuditAction.ROOM_REFRESHED : AuditAction.ROOM_VIEWED;
    return caller.acting().chain(who -> views.one(RoomIds.room(roomId), who, look));
  }
}
