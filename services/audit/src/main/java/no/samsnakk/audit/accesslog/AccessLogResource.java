package no.samsnakk.audit.accesslog;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Callers;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** "Hvem har sett rommet mitt": for the room's patient alone. */
@Cancellable(false)
@Path("/api/access-log/rooms")
@Authenticated
public class AccessLogResource {
  private final PatientsLog log;
  private final Callers callers;
  private final JsonWebToken token;
  private final TraceBudget budget;

  AccessLogResource(PatientsLog log, Callers callers, JsonWebToken token, TraceBudget budget) {
    this.log = log;
    this.callers = callers;
    this.token = token;
    this.budget = budget;
  }

  @GET
  @Path("{roomId}")
  @Operation(summary = "Everything that was done and seen in the patient's room, newest first")
  @APIResponse(responseCode = "200", description = "The view is itself in the log, and in the page")
  @APIResponse(responseCode = "404", description = "room-unknown: there is none, or it is not his")
  @APIResponse(responseCode = "429", description = "too-many-requests: wait a little")
  @APIResponse(responseCode = "503", description = "log-unavailable: the view could not be logged")
  public Uni<RoomLog> read(
      String roomId,
      @QueryParam("before") @DefaultValue("" + PatientsLog.Page.NEWEST) @Min(1) long before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit,
      @Parameter(description = "`false` leaves out the patient's own looks at room and log")
          @QueryParam("own")
          @DefaultValue("true")
          boolean own,
      @Parameter(description = "Where the reader is: there days begin. UTC where we don't know it")
          @QueryParam("zone")
          @DefaultValue("UTC")
          String zone,
      @Parameter(
              description =
                  "`reading` of the page before, where the same person reads on, or her browser"
                      + " fetches again what it shows: one look. Whoever does not say so looks anew.")
          @QueryParam("reading")
          @Nullable UUID reading) {
    return callers
        .of(token)
        .invoke(caller -> budget.require(caller.personId()))
        .chain(
            caller ->
                log.read(
                    caller,
                    id(roomId),
                    new PatientsLog.Page(before, limit, own, zoneOf(zone), reading)));
  }

  /** A browser may know of one that we don't; the answer says when each day begins. */
  private static ZoneId zoneOf(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static UUID id(String roomId) {
    try {
      return UUID.fromString(roomId);
    } catch (IllegalArgumentException e) {
      throw new Refusal(RefusalCode.ROOM_UNKNOWN);
    }
  }
}
