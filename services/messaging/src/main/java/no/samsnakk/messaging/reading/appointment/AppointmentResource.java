package no.samsnakk.messaging.reading.appointment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Callers;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What is proposed or agreed in all of the caller's rooms; without what for, where and when. */
@Authenticated
@Cancellable(false)
@Path("/api/conversations/appointments")
public class AppointmentResource {
  private final Appointments appointments;
  private final Callers callers;
  private final JsonWebToken token;

  AppointmentResource(Appointments appointments, Callers callers, JsonWebToken token) {
    this.appointments = appointments;
    this.callers = callers;
    this.token = token;
  }

  @GET
  @Operation(
      operationId = "appointments",
      summary =
          "What is agreed in the caller's rooms, in the order of its time, and what is proposed")
  @APIResponse(
      responseCode = "200",
      description = "Who waits for whom, and who is taken then; never what for, where or when")
  @APIResponse(responseCode = "503", description = "`temporarily-unavailable`")
  public Uni<StandingAppointments> standing() {
    return callers
        .of(token)
        .chain(
            caller ->
                Uni.createFrom()
                    .completionStage(() -> appointments.of(caller.personId()).toCompletionStage()));
  }
}
