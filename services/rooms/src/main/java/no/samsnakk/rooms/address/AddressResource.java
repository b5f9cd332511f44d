package no.samsnakk.rooms.address;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import no.samsnakk.rooms.caller.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A person's own address: she sees it and changes it. */
@Cancellable(false)
@Path("/api/me/address")
@Authenticated
public class AddressResource {
  private final CurrentCaller caller;
  private final OwnAddress own;

  AddressResource(CurrentCaller caller, OwnAddress own) {
    this.caller = caller;
    this.own = own;
  }

  @GET
  @Operation(operationId = "address", summary = "Where the caller's letters go, and who said so")
  @APIResponse(responseCode = "200", description = "Where they go; without `email`, nowhere")
  public Uni<Address> see() {
    return caller.get().chain(own::see);
  }

  @PUT
  @Operation(
      operationId = "changeAddress",
      summary = "The caller says where her letters are to go; level HIGH",
      description =
          "Without `email` she takes back what she said; the directory's address is used then. The"
              + " change is logged, the address is not; the one before gets a letter that says so.")
  @APIResponse(responseCode = "200", description = "Where they go from now on")
  @APIResponse(responseCode = "400", description = "`invalid-request`")
  @APIResponse(responseCode = "403", description = "`level-too-low`")
  @APIResponse(
      responseCode = "409",
      description = "`address-changed-meanwhile`: `version` is not the present one")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-requests`; `address-changed-too-often`: again when `notBefore` says")
  public Uni<Address> change(@NotNull @Valid AddressRequest request) {
    return caller.acting().chain(who -> own.change(request, who));
  }
}
