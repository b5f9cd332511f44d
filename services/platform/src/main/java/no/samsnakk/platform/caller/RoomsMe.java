package no.samsnakk.platform.caller;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks rooms who a token's bearer is. */
@RegisterRestClient(configKey = "rooms")
@Path("/api/me")
interface RoomsMe {
  @GET
  Uni<Me> me(@HeaderParam("Authorization") String bearer);
}
