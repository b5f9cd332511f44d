package no.samsnakk.rooms.caller;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Me;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who am I. */
@Cancellable(false)
@Path("/api/me")
@Authenticated
public class MeResource {
  private final CurrentCaller caller;

  MeResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "me", summary = "The signed-in person, her level and her roles")
  @APIResponse(responseCode = "200", description = "Who the bearer of this token is")
  @APIResponse(responseCode = "401", description = "`not-signed-in`: nobody known here")
  public Uni<Me> me() {
    return caller.me();
  }
}
