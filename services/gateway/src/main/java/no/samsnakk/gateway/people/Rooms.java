package no.samsnakk.gateway.people;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import no.samsnakk.platform.caller.Me;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the gateway asks of rooms in its own name. */
@RegisterRestClient(configKey = "rooms")
@Path("/")
interface Rooms {

  /** The token of a login that has just ended; rooms verifies it for itself. */
  record SignIn(String idToken) {
    @Override
    public String toString() {
      return "SignIn[***]";
    }
  }

  @POST
  @Path("/internal/sign-ins")
  Uni<Me> signIn(
      @HeaderParam("X-Internal-Key") String key,
      @HeaderParam("Authorization") String bearer,
      SignIn signIn);

  @GET
  @Path("/api/me")
  Uni<Me> me(@HeaderParam("Authorization") String bearer);
}
